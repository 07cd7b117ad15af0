"""A briefing (báo cáo tóm tắt): a comparison as a document or workbook, with every quote and its source."""

from app.briefing.as_docx import docx_of
from app.briefing.as_xlsx import xlsx_of

__all__ = ["docx_of", "xlsx_of"]
