"""Tables as Excel workbooks: what a workbook holds, and its writer.

The sheets: "Verdicts", "Verdicts 2" and so on with the rows, "Long texts" with what no cell can
hold, "Columns" with what each column is called by machines, "About" with the filters.
"""
