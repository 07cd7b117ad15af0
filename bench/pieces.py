"""Pieces of text that the rules hang on, to be put together by chance or said a thousand times."""

# Numbers, dates, type words, cues, bodies, brackets, bullets, blanks, look-alikes.
PIECES = (
    "16/CT-TTg", "172-TB/TW", "2522, ", "số ", "Số: ", "Chỉ thị ", "các Chỉ thị số ", "Nghị quyết 68",
    "1.246/", "ngày 31/3/2020", "ngày 29/77/2020", "ngày 04 tháng 7 năm ", "ngày ", "tháng ", "năm ",
    "24/7", "29.1", "UBND ", "Ủy ban nhân dân ", "tỉnh ", "các huyện, thị xã, ", "thành ủy", "Bí thư ",
    "Giao ", "Sở Y tế", "không ", "dừng ", "5K", "cách ly ", "giãn cách ", "bốn tại chỗ", "Hà Nội", "TP. ",
    "phối hợp với ", "(", ")", "[", "“", "\"", "- ", "+ ", "1. ", "a) ", "Điều 3. ", "Kính gửi: ",
    "Nơi nhận:", "Căn cứ ", ";", "\n", "\n\n", "\r\n", " ", "\t", "\u00a0", "\u200b", "\ufeff", ",", ".",
    "/", "-", "–", "|", "**", "…", "Đ", "Ð", "đ", "hoà", "uỷ", "a\u0302\u0301", "\u0323", "İ", "ß", "ﬁ",
    "𝟙", "٣", "²", "0", "999999999",
)  # fmt: skip

# What an expression may backtrack on, or a walk may come back to, when it is repeated.
REPEATED = (
    "1", "1 ", "1.", "1,", "1/", "1-", "-", "/", "- ", "\n- ", "1\n", "\n", " ", "\t", ".", ". ", ";", "(",
    ")", "[", "“", "*", "|", "O", "l", "số ", "số 1, ", "1 và ", "1, 2 và ", "16/CT-", "/CT", "-TTg",
    "16/CT-TTg, ", "Chỉ thị ", "Chỉ thị số ", "các Chỉ thị số 1, ", "ngày ", "ngày 1", "ngày 1/",
    "ngày 1 tháng ", "1/1/", "năm ", "tháng hai ", "hai mươi ", "của ", "của Thủ tướng ",
    "Thủ tướng Chính phủ ", "Ủy ban nhân dân ", "UBND các ", "các huyện, ", "huyện, thị, thành ủy ",
    "thôn, bản, ", "Chủ tịch ", "Bí thư, ", "Sở Y tế, ", "Sở ", "Ban ", "phòng, chống ", "không ", "dừng ",
    "thực hiện ", "cách ly ", "truy vết, khoanh vùng, ", "5K ", "người đứng đầu ", "Hà Nội, ", "thành phố ",
    "tỉnh ", "Hà ", "Điều 1. ", "1. a) ", "I. ", "Căn cứ ", "TM. ", "KT. CHỦ TỊCH\n", "Nơi nhận:\n",
    "Kính gửi: ", "a", "Á", "a\u0301", "\u0301", "\u200b", "\r", "\r\n", "\u00a0", "X ", "X, ",
    "Nguyễn Văn ",
)  # fmt: skip
