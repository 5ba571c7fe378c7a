namespace ServiceCrm.Platform.Values;

/// <summary>Spreadsheets run cells that begin like a formula; an apostrophe makes them text.</summary>
public static class FormulaGuard
{
    public static bool IsRisky(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r';

    public static string Guard(string cell) => cell.Length > 0 && IsRisky(cell[0]) ? "'" + cell : cell;
}
