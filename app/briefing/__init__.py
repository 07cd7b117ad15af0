"""A briefing (báo cáo tóm tắt): what a page shows as a document or workbook, each quote with its source."""

from app.briefing.as_docx import docx_of
from app.briefing.as_xlsx import xlsx_of
from app.briefing.comparison import of_comparison
from app.briefing.echoes import of_echoes

__all__ = ["docx_of", "of_comparison", "of_echoes", "xlsx_of"]
