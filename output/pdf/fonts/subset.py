"""Makes the faces in this directory out of the Debian packages named in README.md.

Run with Debian's python3 and python3-fonttools, in this directory. Hints are
left out (they double the size and no longer matter on paper or on today's
screens), and so are the layout tables: the program knows no more of shaping
than which of its forms an Arabic letter takes. Those are reached by codes of
their own (see forms). Kerning is kept as a plain "kern" table for the letters
that pairs are usually made of.
"""

import gzip
import os

from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

SHARE = "/usr/share/fonts/truetype/"
TEXT = "20-7E,A0-24F,2B0-2FF,300-36F,370-3FF,400-52F,1E00-1EFF,2000-206F,2070-209F,20A0-20CF,2100-218F,2190-22FF,25A0-27BF,FB00-FB06"
FACES = [
    ("text.ttf", "crosextra/Carlito-Regular.ttf", TEXT),
    ("text-bold.ttf", "crosextra/Carlito-Bold.ttf", TEXT),
    ("text-italic.ttf", "crosextra/Carlito-Italic.ttf", TEXT),
    ("code.ttf", "dejavu/DejaVuSansMono.ttf", TEXT + ",2300-23FF,2500-259F"),
    ("code-bold.ttf", "dejavu/DejaVuSansMono-Bold.ttf", TEXT + ",2300-23FF,2500-259F"),
    ("symbols.ttf", "dejavu/DejaVuSans.ttf", "250-2AF,531-58A,10A0-10FF,1F00-1FFF,2000-206F,2070-218F,2190-23FF,2460-27BF,2900-297F,2B00-2BFF,FB00-FB17,FFFD"),
    ("chinese-japanese.ttf.gz", "droid/DroidSansFallbackFull.ttf", "2E80-2FDF,3000-31FF,3200-33FF,4E00-9FFF,F900-FAFF,FE30-FE4F,FF00-FFEF"),
    ("korean.ttf.gz", "nanum/NanumGothic.ttf", "1100-11FF,3130-318F,AC00-D7A3"),
    ("hebrew.ttf.gz", "noto/NotoSansHebrew-Regular.ttf", "591-5F4"),
    ("hebrew-bold.ttf.gz", "noto/NotoSansHebrew-Bold.ttf", "591-5F4"),
    ("arabic.ttf.gz", "noto/NotoSansArabic-Regular.ttf", "600-6FF"),
    ("arabic-bold.ttf.gz", "noto/NotoSansArabic-Bold.ttf", "600-6FF"),
]
# The joined forms of U+0600 to U+06FF: four codes a letter, the first unused
# because the letter alone has its own; then two codes for lam and the letter,
# alone and joined to the right. arabic.go computes the same.
FORMS, LAM = 0xE000, 0xE400
INIT, MEDI, FINA = 1, 2, 3
KERNED = [chr(c) for r in ((0x21, 0x7F), (0xA1, 0x180), (0x2013, 0x2023)) for c in range(*r)]
SMALLEST = 12  # thousandths of an em: less is not seen


def unicodes(spec):
    for part in spec.split(","):
        lo, _, hi = part.partition("-")
        yield from range(int(lo, 16), int(hi or lo, 16) + 1)


def kerning(font):
    """The pairs of the font's GPOS kern feature, first match first."""
    cmap, gpos = font.getBestCmap(), font["GPOS"].table
    names = {cmap[ord(c)] for c in KERNED if ord(c) in cmap}
    wanted = sorted({i for f in gpos.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex})
    pairs = {}
    for index in wanted:
        found = {}
        for sub in gpos.LookupList.Lookup[index].SubTable:
            sub = getattr(sub, "ExtSubTable", sub)
            if sub.LookupType != 2:
                continue
            for first in names & set(sub.Coverage.glyphs):
                if sub.Format == 1:
                    records = sub.PairSet[sub.Coverage.glyphs.index(first)].PairValueRecord
                    for rec in records:
                        if rec.SecondGlyph in names and rec.Value1:
                            found.setdefault((first, rec.SecondGlyph), rec.Value1.XAdvance or 0)
                else:
                    row = sub.Class1Record[sub.ClassDef1.classDefs.get(first, 0)].Class2Record
                    for second in names:
                        value = row[sub.ClassDef2.classDefs.get(second, 0)].Value1
                        found.setdefault((first, second), getattr(value, "XAdvance", 0) if value else 0)
        for pair, value in found.items():
            pairs[pair] = pairs.get(pair, 0) + value
    least = SMALLEST * font["head"].unitsPerEm / 1000
    return {p: v for p, v in pairs.items() if abs(v) >= least}


def feature(font, tag, kind):
    """What a feature of one-step substitutions makes of glyphs."""
    gsub = font["GSUB"].table
    wanted = {i for f in gsub.FeatureList.FeatureRecord if f.FeatureTag == tag for i in f.Feature.LookupListIndex}
    for index in sorted(wanted):
        for sub in gsub.LookupList.Lookup[index].SubTable:
            sub = getattr(sub, "ExtSubTable", sub)
            if sub.LookupType == kind:
                yield sub


def forms(font, letters):
    """Puts the forms of letters into the character map; returns their codes."""
    cmap, codes = font.getBestCmap(), {}
    for form, tag in ((INIT, "init"), (MEDI, "medi"), (FINA, "fina")):
        for sub in feature(font, tag, 1):
            for r in letters:
                if cmap.get(r) in sub.mapping:
                    codes[FORMS + 4 * (r - 0x600) + form] = sub.mapping[cmap[r]]
    lam = FORMS + 4 * 0x44
    for sub in feature(font, "rlig", 4):
        for joined, form in enumerate((INIT, MEDI)):
            for lig in sub.ligatures.get(codes[lam + form], []):
                for r in letters:
                    if lig.Component == [codes.get(FORMS + 4 * (r - 0x600) + FINA)]:
                        codes[LAM + 2 * (r - 0x600) + joined] = lig.LigGlyph
    for table in font["cmap"].tables:
        if table.format == 4:
            table.cmap.update(codes)
    return list(codes)


def rename(font, name):
    """A changed face must not carry a name that its licence reserves."""
    table = font["name"]
    table.names = [r for r in table.names if r.nameID in (0, 13, 14) and r.platformID == 3]
    for i, text in {1: name, 2: "Regular", 3: name, 4: name, 6: name.replace(" ", "")}.items():
        table.setName(text, i, 3, 1, 0x409)


for out, source, spec in FACES:
    font = TTFont(SHARE + source, recalcTimestamp=False)
    pairs = kerning(font) if out.startswith("text") else {}
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=["*"])
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "FFTM", "MATH", "vhea", "vmtx", "kern"]
    subsetter = subset.Subsetter(options)
    wanted = list(unicodes(spec))
    if out.startswith("arabic"):
        wanted += forms(font, wanted)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    rename(font, "Runbook " + out.split(".")[0].replace("-", " ").title())
    if pairs:
        font["kern"] = table = newTable("kern")
        table.version, part = 0, KernTable_format_0(apple=False)
        part.version, part.coverage, part.tupleIndex, part.kernTable = 0, 1, None, pairs
        table.kernTables = [part]
    name = out.removesuffix(".gz")
    font.save(name)
    if name != out:
        with open(name, "rb") as f, open(out, "wb") as g:
            g.write(gzip.compress(f.read(), 9, mtime=0))
        os.remove(name)
    print(out, len(pairs), "kerning pairs")
