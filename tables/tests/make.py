"""Makes the ledgers in files/ as two spreadsheet libraries write them: openpyxl and XlsxWriter, and a text as Chinese Excel saves it."""

import csv
import datetime
from pathlib import Path

import openpyxl
import xlsxwriter

here = Path(__file__).with_name("files")
here.mkdir(exist_ok=True)
HEAD = ["序号", "隐患部位", "隐患内容", "隐患等级", "检查日期", "整改责任人", "整改措施", "整改期限", "整改资金（元）"]

# openpyxl: a title over all columns, a place merged over two rows, days as text, full-width digits, a formula never calculated.
book = openpyxl.Workbook()
sheet = book.active
sheet.title = "隐患台账"
sheet.append(["某厂2026年事故隐患排查治理台账"])
sheet.merge_cells("A1:I1")
sheet.append(HEAD)
sheet.append([1, "冲压车间", "压力机防护栏松动", "一般", "2026年11月3日", "王五", "紧固", datetime.date(2026, 11, 10), 300])
sheet.append([2, None, "地面油污", "一般隐患", "２０２６．１１．４", "王五", "清理", "2026/11/5", "１，２００"])
sheet.merge_cells("B3:B4")
sheet.append([3, "配电房", "门未锁", "一般", "11月5日", "李四", "上锁", None, None])
sheet.append([4, "打磨间", "除尘器未接地", "重大隐患", datetime.datetime(2026, 11, 6, 9, 30), "赵六", "接地", "2026-11-20", "=SUM(I3:I4)"])
sheet.append([None] * 9)
sheet.append([5, "仓库", "=1+1 这几个字写在墙上", "一般", "2026-11-07", "孙七", "粉刷", "2026-11-30", 50])
sheet["C8"].data_type = "s"
book.save(here / "openpyxl.xlsx")

# XlsxWriter: 5 000 rows, days as days, a formula with its value.
book = xlsxwriter.Workbook(here / "xlsxwriter-5000.xlsx")
sheet = book.add_worksheet("台账")
day = book.add_format({"num_format": "yyyy/m/d"})
sheet.write_row(0, 0, HEAD)
for row in range(1, 5001):
    sheet.write_number(row, 0, row)
    sheet.write_string(row, 1, f"{row % 40 + 1}号车间")
    sheet.write_string(row, 2, f"第{row}处护栏松动，螺栓缺失，须紧固并复查")
    sheet.write_string(row, 3, "一般")
    sheet.write_datetime(row, 4, datetime.datetime(2026, 11, row % 20 + 1), day)
    sheet.write_string(row, 5, f"班长{row % 12 + 1}")
    sheet.write_string(row, 6, "紧固")
    sheet.write_datetime(row, 7, datetime.datetime(2026, 11, 30), day)
    sheet.write_formula(row, 8, "=100*3", None, 300)
book.close()

# As Excel on Chinese Windows saves "CSV".
with open(here / "gbk.csv", "w", encoding="gb18030", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(HEAD)
    writer.writerow([1, "锅炉房", "压力表过期，\n未校验", "一般", "2026/11/3", "王五", "送检", "2026/11/30", "500"])
