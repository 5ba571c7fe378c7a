using Microsoft.Data.SqlClient;
using ServiceCrm.Platform.Data;
using Xunit;

namespace ServiceCrm.Testing;

/// <summary>The rows of a theory over engines: <c>[Theory, MemberData(nameof(Engines.All), MemberType = typeof(Engines))]</c>.</summary>
public static class Engines
{
    public static TheoryData<DatabaseProvider> All
    {
        get
        {
            var rows = new TheoryData<DatabaseProvider>();
            rows.Add(new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Sqlite));
            rows.Add(new TheoryDataRow<DatabaseProvider>(DatabaseProvider.PostgreSql) { Skip = PostgresServer.MissingBecause });
            rows.Add(new TheoryDataRow<DatabaseProvider>(DatabaseProvider.SqlServer) { Skip = SqlServerDatabase.MissingBecause });
            return rows;
        }
    }
}

/// <summary>A SQL Server that the person who runs the tests provides.</summary>
public static class SqlServerDatabase
{
    public const string Variable = "SERVICECRM_TEST_SQLSERVER";

    public static string? MissingBecause { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } ? null : $"{Variable} holds no connection string";

    /// <returns>the connection string of a new database, which the server creates at its start</returns>
    public static string Create() =>
        new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { InitialCatalog = $"servicecrm_{Guid.NewGuid():N}" }.ConnectionString;
}
