#!/bin/sh
# GMime 3.2.13 loses all but the first of neighbouring base64 encoded words where the first ends with "=".
#
# One would guess: RFC 2047, section 6.2, has the blanks between two neighbouring encoded words left out and both shown;
# a program that decodes mail for many clients shows a name of two words whole, whatever their padding.
#
# What is so: where two neighbouring words have the same charset and both are in base64, GMime joins their texts before it
# decodes them, and the decoder stops at the first "=". The rest of the name or subject is gone, without an error or a
# warning. Words whose length is a multiple of three bytes have no "=" and come out whole, and so do words in "Q", words in
# two charsets, and words with a letter between them; so it strikes subjects in scripts of several bytes a letter, which
# mailers cut into words of some 75 characters, and strikes them by chance.
#
# Source: g_mime_utils_header_decode_text of libgmime-3.0-0 3.2.13+dfsg-2 (Debian 12), run on words of our own.
# Date: 2026-11-30.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
version='3.2.13+dfsg-2'
apt-get download -qq "libgmime-3.0-0=$version" libglib2.0-0 libgpgme11 libassuan0 libgpg-error0 libidn2-0 \
  libunistring2 libpcre2-8-0 libffi8 > download.log 2>&1 || { cat download.log; exit 1; }
for package in *.deb; do dpkg-deb -x "$package" root; done
libraries=$(find root -name '*.so*' -exec dirname {} \; | sort -u | tr '\n' ':')
cat > decode.py <<'PY'
import ctypes
mime = ctypes.CDLL("libgmime-3.0.so.0")
mime.g_mime_init()
mime.g_mime_utils_header_decode_text.restype = ctypes.c_char_p
for text in [
    "=?utf-8?B?YQ==?= =?utf-8?B?Yg==?=",
    "=?utf-8?B?YWI=?= =?utf-8?B?Y2Q=?=",
    "=?utf-8?B?YWJj?= =?utf-8?B?ZGVm?=",
    "=?utf-8?Q?a?= =?utf-8?Q?b?=",
    "=?utf-8?B?YQ==?= =?iso-8859-1?B?Yg==?=",
    "=?utf-8?B?YQ==?= x =?utf-8?B?Yg==?=",
]:
    print(text, "->", mime.g_mime_utils_header_decode_text(None, text.encode()).decode())
PY
LD_LIBRARY_PATH="$libraries" python3 decode.py > seen
cat seen
cat > expected <<'TXT'
=?utf-8?B?YQ==?= =?utf-8?B?Yg==?= -> a
=?utf-8?B?YWI=?= =?utf-8?B?Y2Q=?= -> ab
=?utf-8?B?YWJj?= =?utf-8?B?ZGVm?= -> abcdef
=?utf-8?Q?a?= =?utf-8?Q?b?= -> ab
=?utf-8?B?YQ==?= =?iso-8859-1?B?Yg==?= -> ab
=?utf-8?B?YQ==?= x =?utf-8?B?Yg==?= -> a x b
TXT
cmp seen expected && echo "as found: libgmime-3.0-0 $version"
