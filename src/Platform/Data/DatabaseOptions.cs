using System.ComponentModel.DataAnnotations;

namespace ServiceCrm.Platform.Data;

/// <summary>The database engines this product runs on.</summary>
public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Section <c>Database</c> of the configuration.</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Empty on SQLite means <c>servicecrm.db</c> in the data directory.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Seconds until a statement is given up.</summary>
    [Range(1, 3600)]
    public int CommandTimeoutSeconds { get; set; } = 30;
}
