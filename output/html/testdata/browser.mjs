// Opens a page in Chromium, looks for what axe-core objects to in each way of
// showing it, and prints it to PDF. Writes its findings as JSON.
//
//   node browser.mjs CHROMIUM PAGE.html FOLDER
//
// RUNBOOK_NPM names the folder whose node_modules has playwright-core and
// axe-core.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , executablePath, file, folder] = process.argv;
const require = createRequire(join(process.env.RUNBOOK_NPM, "node_modules", "any.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const found = { violations: [], requests: [], widths: {}, print: {} };

for (const [name, width, height, colorScheme] of [
  ["desktop", 1400, 1000, "light"],
  ["desktop, dark", 1400, 1000, "dark"],
  ["telephone", 390, 844, "light"],
]) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  page.on("request", (r) => {
    if (!r.url().startsWith("file:") && !r.url().startsWith("data:")) found.requests.push(r.url());
  });
  page.on("console", (m) => found.requests.push(m.text()));
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run());
  for (const v of result.violations) {
    for (const n of v.nodes) found.violations.push(`${name}: ${v.id}: ${n.html.slice(0, 160)}: ${n.failureSummary}`);
  }
  for (const w of [width, 820, 641, 320]) {
    await page.setViewportSize({ width: w, height });
    found.widths[`${name}, ${w}`] = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  }
  if (name == "telephone") {
    await page.setViewportSize({ width, height });
    found.widths["the matrix on a telephone"] = await page.evaluate(() => {
      const box = document.querySelector(".scroll");
      return box ? box.scrollWidth - box.clientWidth : 0;
    });
  }
  await page.close();
}

const page = await browser.newPage({ colorScheme: "dark" });
await page.goto(pathToFileURL(file).href);
await page.locator("input[type=checkbox]").first().click();
found.ticked = await page.locator("input[type=checkbox]").first().isChecked();
await page.emulateMedia({ media: "print", colorScheme: "dark" });
found.print = await page.evaluate(() => {
  const style = getComputedStyle(document.documentElement);
  return { ink: style.color, paper: style.backgroundColor };
});
for (const format of ["A4", "Letter"]) {
  await page.pdf({ path: join(folder, `${format}.pdf`), format, preferCSSPageSize: true, tagged: true, outline: true });
}
await browser.close();
process.stdout.write(JSON.stringify(found));
