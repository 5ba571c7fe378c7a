namespace ServiceCrm.Platform.Data;

/// <summary>The direction of an order.</summary>
public enum SortDirection
{
    Asc,
    Desc,
}
