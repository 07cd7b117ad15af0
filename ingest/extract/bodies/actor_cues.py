"""Words that tell who is told to act: before a body, between the members of a list, behind it."""

from __future__ import annotations

from ingest.extract.phrase_lists import phrases_of, words_of

# Before a body, and no part of its name: "Các đồng chí …", "từng …", "giao cho …".
FILLERS = words_of(
    "các những đồng chí đ c tất cả toàn thể từng mỗi mọi riêng một số cho chính ông bà đại diện"
)
# Between two members of one list: conjunctions, and words of place, which are no bodies.
BETWEEN = words_of(
    "và các những đồng chí đ c địa phương huyện thành phố thị xã quận phường trấn tổ chức cá nhân"
    " liên quan có cùng cấp ngành tỉnh"
)
# Behind the last body of a list: "các ngành, địa phương | phải …", "Sở Y tế và các huyện, thành phố | …".
PLACES = words_of("và các địa phương huyện thành phố thị xã quận trấn tổ chức cá nhân liên quan có")
# The issuer's order to somebody: "Giao Sở Y tế …", "Đề nghị Mặt trận Tổ quốc …".
ORDERS = phrases_of("yêu cầu|đề nghị|giao|phân công|chỉ đạo|đề cao trách nhiệm")
# An actor's own order to a second one: "Ban cán sự đảng … lãnh đạo UBND tỉnh", "UBND xã giao tổ dân phố".
DELEGATES = phrases_of(
    "lãnh đạo|chỉ đạo|hướng dẫn|định hướng|phân công|yêu cầu|giao|đôn đốc|chỉ huy|điều hành|huy động"
)
# "phối hợp với UBND các xã rà soát", "cùng chủ đầu tư hạ tầng bố trí".
TOGETHER = phrases_of("phối hợp với|phối hợp cùng|phối hợp|chủ trì với|chủ trì cùng|cùng với|cùng")
# An order's word as a noun: "theo đề nghị của", "đáp ứng yêu cầu", "những yêu cầu".
NOUN = tuple(words_of("theo xét đáp ứng các những một số đúng nhiệm vụ sau khi có được trước"))
# Not a verb: what follows is still about the body, or the sentence goes elsewhere.
NO_VERB = words_of("của và về hoặc với đến từ cho để do bằng như là hay trong tại ở trên ngoài theo")
# Still possible behind the first word of a clause: "Người đứng đầu | ở nơi có dịch phải …".
LOOSE = words_of("trong tại ở trên ngoài theo với đến từ bằng là thuộc cho")
# A report, not an order: "UBND tỉnh đã ban hành …", "Sở Y tế cho biết …".
# Or the assent of one who decides: "Thường trực Tỉnh ủy đồng ý chủ trương …".
REPORTED = phrases_of(
    "đã|vừa|đang|cho biết|thông báo để|tiếp nhận|ghi nhận|xin|nói|cho rằng|đồng ý|nhất trí|đánh giá cao"
    "|hoan nghênh|thống nhất chủ trương|chấp thuận chủ trương|trích sao|sao y|sao lục|sao gửi"
)
# Verbs of who made an act, before the act itself: "Sở Y tế có Công văn số …", "Chủ tịch … ký Quyết định …".
WRITES = phrases_of(
    "có|kí|kí ban hành|ban hành|ra|gửi|nhận được|có các|phát hành|thông qua|vừa ban hành|đã ban hành"
)
# Who speaks outside the tasks is no one told: "…, Sở Y tế yêu cầu các đơn vị …".
ASKS = phrases_of("yêu cầu|đề nghị")
# Firm words of duty, enough where the place in the sentence alone is not: "phải", "có trách nhiệm".
DUTIES = phrases_of(
    "phải|cần|báo cáo|có trách nhiệm|chịu trách nhiệm|chủ động|kịp thời|thực hiện|tổ chức|khẩn trương"
    "|tập trung|tăng cường|căn cứ|nghiêm túc|gửi|triển khai|phối hợp|chủ trì|không được|tiếp tục"
    "|quán triệt|biết"
)
# Begins a parenthesis behind the actors: "Sở Y tế, theo chức năng, …", "Sở Y tế, trong đó …".
# Or "UBND các xã, ngay khi có ca bệnh, …", "Sở Y tế, trước ngày 20/8, …".
ASIDE = (
    "theo", "căn", "trên", "cùng", "phối", "chủ", "ngay", "khi", "trước", "sau", "nếu", "hằng", "hàng",
    "định", "tùy", "chậm", "qua", "thông", "bằng", "với",
)  # fmt: skip
# Begins a circumstance before the actor: "Khi …, UBND các phường chia …", "Trước 17 giờ, các đơn vị …".
CIRCUMSTANCE = words_of(
    "khi trong trên để trước sau nếu đối quá hằng hàng định từ tại căn theo thực tính ngày thứ nhằm"
    " cùng với vì do trường bên ngoài đồng mặt bởi song riêng chậm muộn đến hết mỗi qua nhân tùy ngay dựa"
    " bắt giai thông bằng cuối đầu kể"
)
# First words of a clause that cites what is carried out, the actor behind it: "Thực hiện hướng dẫn của …,
# Sở Y tế …".
CARRYING = words_of("thực triển quán chấp")
# Further verbs of work, by which a subject behind citations is known.
WORKS = phrases_of(
    "xây dựng|rà soát|ban hành|tham mưu|bố trí|tăng cường|đẩy mạnh|kiểm tra|thành lập|hoàn thành|cập nhật"
    "|áp dụng|tiến hành|lập|mở|duy trì|bảo đảm|đảm bảo|thông báo|thống kê|tổng hợp|khảo sát|hoàn thiện"
)
# Subjects of a passive task and what its agent does: "Việc vận chuyển … do Sở … hướng dẫn".
PASSIVE = words_of("việc kinh chi nguồn")
DONE = phrases_of(
    "hướng dẫn|bố trí|bảo đảm|đảm bảo|thực hiện|quyết định|chủ trì|tổ chức|chịu trách nhiệm|đảm nhiệm"
    "|đảm nhận|chi trả|cân đối|phụ trách"
)
# Between the issuer and what he says: when, how, after what. Elsewhere: "… họp, thảo luận và thống nhất",
# "… tha thiết kêu gọi", "… nghiêm túc đề nghị".
BETWEEN_SPEAKER = words_of(
    "đã vừa tiếp tục xem xét họp thảo luận và cùng cũng tha thiết trân trọng kính khẩn nghiêm túc nhất trí"
)
# Behind a class of bodies in the head of a table's column: "Cơ quan chủ trì", "Đơn vị phối hợp thực hiện".
COLUMN = words_of(
    "chủ trì phối hợp thực hiện chính tham gia liên quan báo cáo đầu mối theo dõi chịu trách nhiệm"
)
# Behind a body that works with the actor before it: "Sở Y tế chủ trì, Sở Tài chính | phối hợp …".
JOINING = phrases_of("phối hợp|cùng phối hợp|tham gia|hỗ trợ|cùng thực hiện")
# Before whose tasks follow, in the head of a task: "Đối với Sở Y tế:", "Nhiệm vụ của Công an tỉnh".
HEADING = phrases_of("đối với|về phía|trách nhiệm của|nhiệm vụ của|phần việc của|phân công cho|giao cho")
