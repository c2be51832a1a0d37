"""Makes the fonts beside this file of Noto's, as Debian 12 has them in fonts-noto-core 20201225-1, with fonttools 4.38.

Letters of Latin, Greek and Cyrillic, the signs of prose, and the symbols that a print may have. No hints. The pairs of
letters that stand closer are written as a plain table, so that whoever sets a line needs no engine for layout.

    apt-get install fonts-noto-core python3-fonttools
    /usr/bin/python3 assets/font/make.py
"""

import io
import os

from fontTools import merge, subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

FROM = "/usr/share/fonts/truetype/noto/"
HERE = os.path.dirname(os.path.abspath(__file__))

LETTERS = [
    (0x20, 0x7E), (0xA0, 0x24F), (0x259, 0x259), (0x2B9, 0x2DD), (0x300, 0x345), (0x370, 0x3FF), (0x400, 0x45F),
    (0x490, 0x491), (0x1E00, 0x1EFF), (0x2000, 0x200A), (0x2010, 0x2027), (0x202F, 0x205F), (0x2070, 0x209F),
    (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218F), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD),
]
SYMBOLS = [
    (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2400, 0x2426), (0x2460, 0x2473), (0x25A0, 0x25FF), (0x2605, 0x2606),
    (0x2610, 0x2612), (0x2713, 0x2718),
]
# Pairs are looked up among these.
PAIRED = set(range(0x21, 0x7F)) | set(range(0xC0, 0x180)) | {0x2013, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026} | set(range(0x1E80, 0x1E86))


def points(ranges):
    return {point for first, last in ranges for point in range(first, last + 1)}


def cut(name, wanted):
    """The font of these points, without hints and without layout."""
    font = TTFont(FROM + name + ".ttf")
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = True
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.drop_tables += ["MATH", "GDEF", "GSUB", "GPOS", "BASE", "meta", "gasp", "VDMX"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    return font


def pairs(name):
    """How much closer two letters stand, of the letters that are paired."""
    font = TTFont(FROM + name + ".ttf")
    names = {glyph for point, glyph in font.getBestCmap().items() if point in PAIRED}
    gpos = font["GPOS"].table
    lookups = {at for record in gpos.FeatureList.FeatureRecord if record.FeatureTag == "kern" for at in record.Feature.LookupListIndex}
    found = {}
    for at in sorted(lookups):
        seen = {}
        for table in gpos.LookupList.Lookup[at].SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            for first, left in enumerate(table.Coverage.glyphs):
                if left not in names:
                    continue
                if table.Format == 1:
                    for record in table.PairSet[first].PairValueRecord:
                        if record.SecondGlyph in names:
                            seen.setdefault((left, record.SecondGlyph), getattr(record.Value1, "XAdvance", 0) if record.Value1 else 0)
                else:
                    row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)].Class2Record
                    for right in names:
                        value = row[table.ClassDef2.classDefs.get(right, 0)].Value1
                        seen.setdefault((left, right), getattr(value, "XAdvance", 0) if value else 0)
        for pair, value in seen.items():
            found[pair] = found.get(pair, 0) + value
    # What nobody sees is not written down.
    return {pair: value for pair, value in found.items() if abs(value) >= 8}


def saved(font):
    stream = io.BytesIO()
    font.save(stream)
    stream.seek(0)
    return stream


def make(style):
    base = "NotoSans-" + style
    letters = cut(base, points(LETTERS))
    have = set(letters.getBestCmap())
    parts = [letters]
    for name in ["NotoSansMath-Regular", "NotoSansSymbols2-Regular", "NotoSansSymbols-Regular"]:
        font = TTFont(FROM + name + ".ttf")
        more = (points(SYMBOLS) | points(LETTERS)) & set(font.getBestCmap()) - have
        have |= more
        if more:
            parts.append(cut(name, more))
    files = []
    for at, part in enumerate(parts):
        path = os.path.join("/tmp", f"part-{os.getpid()}-{at}.ttf")
        part.save(path)
        files.append(path)
    font = merge.Merger().merge(files)
    for path in files:
        os.remove(path)
    font["name"] = letters["name"]
    # How high letters are is no matter of the symbols.
    for tag in ["ascent", "descent", "lineGap"]:
        setattr(font["hhea"], tag, getattr(letters["hhea"], tag))
    for tag in ["sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent", "sxHeight", "sCapHeight"]:
        setattr(font["OS/2"], tag, getattr(letters["OS/2"], tag))
    # Glyphs keep their names in a merge where these are no two alike.
    order = set(font.getGlyphOrder())
    table = KernTable_format_0()
    table.apple = False
    table.coverage = 1
    table.tupleIndex = None
    table.kernTable = {pair: value for pair, value in pairs(base).items() if set(pair) <= order}
    kern = newTable("kern")
    kern.version = 0
    kern.kernTables = [table]
    font["kern"] = kern
    for tag in ["GDEF", "GSUB", "GPOS", "gasp", "DSIG"]:
        if tag in font:
            del font[tag]
    font["post"].formatType = 3.0
    font["head"].created = font["head"].modified = letters["head"].created
    font.recalcTimestamp = False
    path = os.path.join(HERE, base + ".ttf")
    font.save(path)
    print(path, os.path.getsize(path), len(font.getBestCmap()), len(table.kernTable))


for style in ["Regular", "Bold"]:
    make(style)
