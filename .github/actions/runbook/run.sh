#!/usr/bin/env bash
# The work of the action: annotations at the lines of the profiles, committed
# runbooks in step, and the difference and the plan in the job's summary.
# RUNBOOK is the program; the other variables are the inputs of the action.
set -uo pipefail
summary="${GITHUB_STEP_SUMMARY:-/dev/stdout}"
read -r -a profiles <<<"${PROFILES:-.}"
failed=0

"$RUNBOOK" check --format github "${profiles[@]}" || failed=1

if [ -n "${RENDERED:-}" ] && [ "$failed" = 0 ]; then
  if ! "$RUNBOOK" render --check -q -f "${FORMATS:-md}" -o "$RENDERED/" "${profiles[@]}"; then
    echo "::error title=runbook::The runbooks in $RENDERED are out of step: run runbook render -f ${FORMATS:-md} -o $RENDERED/ ${profiles[*]}"
    failed=1
  fi
fi

# Every profile that the change touches, with what it changes.
if [ -n "${BASE:-}" ] && git rev-parse -q --verify "$BASE^{commit}" >/dev/null; then
  git diff --name-only -z --diff-filter=M "$BASE" -- "${profiles[@]}" | while IFS= read -r -d '' file; do
    case "$file" in
    *.record.yaml | *.record.yml) continue ;;
    *.yaml | *.yml) ;;
    *) continue ;;
    esac
    printf '## What changes in the runbook of `%s`\n\n' "$file" >>"$summary"
    git show "$BASE:$file" | "$RUNBOOK" diff -f md - "$file" >>"$summary"
    [ "$?" -le 3 ] || echo "The difference could not be made." >>"$summary"
    if [ "${PLAN:-false}" = true ]; then
      printf '\n## What changes in its issues\n\n' >>"$summary"
      "$RUNBOOK" issues plan -f md "$file" >>"$summary" || echo "The plan could not be made; the log says why." >>"$summary"
    fi
  done
fi
exit "$failed"
