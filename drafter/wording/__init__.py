"""The grammar of a pleading: text with marks, dates, series, numbers in words."""
