"""Strings that break programs: one of each kind that is known to, and no words of a client."""

from __future__ import annotations

CODE = (
    "{{ 7 * 7 }}", "{{7*7}}", "{% if", "{% endfor %}", "{# gone #}", "{{ ssn }}", "{_{ x }_}", "{ { v } }",
    "{%p for x in y %}", "{{r fact }}", "{%- raw -%}", "}}{{", "%}{%", "#}", "{{ self }}", "${7*7}", "#{7*7}",
    "<%= 7*7 %>", "{{ cycler.__init__.__globals__.os.system('touch hostile-ran') }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}", "{% include '/etc/passwd' %}",
    "{{ config.items() }}", "{{ ''.__class__.__mro__ }}", "$(touch hostile-ran)", "`touch hostile-ran`",
    "; rm -rf .", "| cat /etc/passwd", "__import__('os').system('id')", "eval(1)", "%x%x%s%n", "%(x)s", "{0}",
    "{0.__class__}", "%d", "\\1\\g<0>", "$1 $& $`", "!!python/object/apply:os.system [id]", "<<: *x",
    "&anchor", "*alias", "!tag", "@mention", "`tick", "%YAML 1.1", "--- # second", "... end", "- dash", "? key",
    "key: value", "a #not a comment", "> folded", "| block", "[1, 2]", "{a: b}", "'single", '"double', "\\", "\\n",
)
"""Looks like template code, shell, SQL or YAML."""

MARKUP = (
    "<b>bold</b>", "</w:t></w:r></w:p>", "<w:p><w:r><w:t>in</w:t></w:r></w:p>", "<?xml version='1.0'?>", "]]>",
    "<![CDATA[x]]>", "<!-- x -->", "<!DOCTYPE a>", "&", "&amp;", "&lt;", "&#0;", "&#x1F600;", "&nbsp;", "&xxe;",
    "<script>alert(1)</script>", "<img src=x onerror=x>", "<select>", "</body>", "<br/>", "<a href='file:///x'>y</a>",
    "' OR 1=1 --", "1; DROP TABLE x", "xsi:nil='true'", "a<b and c>d", "http://example.invalid/?a=1&b=2",
    "=1+1", "+1", "-1", "=cmd|'/C calc'!A0", "DDEAUTO c:\\\\x", "INCLUDEPICTURE http://x", "HYPERLINK x",
    "REF x \\h", "MERGEFIELD x",
)
"""Looks like XML, HTML, a formula or a field of Word."""

VALUES = (
    "NO", "no", "off", "yes", "true", "null", "Null", "None", "nil", "undefined", "NaN", "Infinity", "-0", "0", "1.10",
    "1e5", "0x1F", "02134", "012345678", "12:30", "1_000", "2024-02-30", "1/0", "A-012-345-678", "123E45", "~",
    "CON", "nul.txt", "../../etc/passwd", "/dev/zero", "C:\\x", "\\\\server\\share", "file:///etc/passwd", ".",
    "..", "a/b", "x" * 2_000, "W" + "w" * 500,
)
"""Values that are read as others, and names that are not files."""

SCRIPTS = (
    "José Nuñez", "Jose\u0301 Nun\u0303ez", "Łukasz Żółć", "Straße", "İstanbul ıI", "Ελλάδα", "Владимир", "עִבְרִית",
    "العربية", "दिल्ली", "ไทย", "한국어", "日本語の名前", "𝒜𝓁𝑔", "𠜎𠜱𠝹", "👩‍⚖️ 👨‍👩‍👧", "🏳️‍🌈", "e\u0301\u0323\u0308\u0330",
    "Z\u0351\u036b\u0343\u030aa\u0352\u0343lgo", "\u00ad soft", "zero\u200bwidth", "no\u00a0break", "non\u2011breaking",
    "\u202eright to left\u202c", "\u2066isolate\u2069", "thin\u2009space", "“quoted” ‘words’", "'straight' \"quotes\"",
    "ﬁ ligature", "Ǆ ǅ ǆ", "½ ¼ №", "§ 5 and ¶ 6", "† ‡ •", "\ue000 private", "\ufffd", "ﷺ", "﷽", "\U000e0041", "…",
)
"""Names and signs of many scripts, and signs that show nothing."""

PRINTABLE = (*CODE, *MARKUP, *VALUES, *SCRIPTS)
"""What prints exactly as typed, or is refused."""

UNHOLDABLE = (
    "\x00", "\x01", "\x07", "\x08", "\x0c", "\x0e", "\x1b", "\x1f", "\x7f", "\x80", "\x85", "\x9f", "\ud800",
    "\udbff", "\udc00", "\udce9", "\udfff", "\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff",
)
"""What no Word file can hold."""
