"""Text of numbers, units, periods and names → canonical values."""
