using System.Reflection;
using Microsoft.Data.SqlClient;
using ServiceCrm.Platform.Data;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace ServiceCrm.Testing;

/// <summary>Runs a theory once for each database engine; one that is not there shows as skipped with its reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachEngineAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Sqlite),
        new TheoryDataRow<DatabaseProvider>(DatabaseProvider.PostgreSql) { Skip = PostgresServer.MissingBecause },
        new TheoryDataRow<DatabaseProvider>(DatabaseProvider.SqlServer) { Skip = SqlServerDatabase.MissingBecause },
    ]);

    public override bool SupportsDiscoveryEnumeration() => true;
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
