using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ServiceCrm.Platform.Data;

/// <summary>Everything that differs between the engines and is not EF Core's own business.</summary>
public static class Engine
{
    public static DatabaseProvider Of(DbContext db) => db.Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => DatabaseProvider.Sqlite,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => DatabaseProvider.PostgreSql,
        "Microsoft.EntityFrameworkCore.SqlServer" => DatabaseProvider.SqlServer,
        var other => throw new NotSupportedException($"Database provider {other} is not supported."),
    };

    /// <summary>The name of a module's table in raw SQL, quoted by nobody: names are lower case on purpose.</summary>
    public static string Table(DbContext db, string module, string table) =>
        Of(db) == DatabaseProvider.Sqlite ? $"{module}_{table}" : $"{module}.{table}";

    /// <summary>Connects EF Core to the engine and to its migrations.</summary>
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder builder, DatabaseProvider provider, string connectionString, int timeoutSeconds = 30) => provider switch
    {
        DatabaseProvider.Sqlite => builder.UseSqlite(connectionString, o => o
            .MigrationsAssembly("ServiceCrm.Db.Sqlite").CommandTimeout(timeoutSeconds).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)),
        DatabaseProvider.PostgreSql => builder.UseNpgsql(connectionString, o => o
            .MigrationsAssembly("ServiceCrm.Db.PostgreSql").CommandTimeout(timeoutSeconds).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)),
        DatabaseProvider.SqlServer => builder.UseSqlServer(connectionString, o => o
            .MigrationsAssembly("ServiceCrm.Db.SqlServer").CommandTimeout(timeoutSeconds).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)),
        _ => throw new NotSupportedException($"Database provider {provider} is not supported."),
    };

    /// <summary>Whether the save failed because a unique value is taken.</summary>
    public static bool IsUniqueViolation(DbUpdateException failure) => failure.InnerException switch
    {
        Microsoft.Data.Sqlite.SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation } => true,
        Microsoft.Data.SqlClient.SqlException { Number: 2601 or 2627 } => true,
        _ => false,
    };

    /// <summary>The next number of a sequence; numbers are never given twice, gaps are possible.</summary>
    public static async Task<long> NextNumber(CrmDb db, string sequence, CancellationToken ct)
    {
        var sql = Of(db) switch
        {
            DatabaseProvider.PostgreSql => $"SELECT nextval('platform.{sequence}')",
            DatabaseProvider.SqlServer => $"SELECT NEXT VALUE FOR platform.{sequence}",
            _ => $"UPDATE platform_sequences SET next_value = next_value + 1 WHERE name = '{sequence}' RETURNING next_value - 1",
        };
        return await db.InWriteGate(async () => Convert.ToInt64(await Scalar(db, sql, ct), System.Globalization.CultureInfo.InvariantCulture), ct);
    }

    /// <summary>
    /// Makes whoever names the same thing wait until this transaction is over: for "look, and make it when it is not there"
    /// where no unique index can decide. On SQLite there is one writer anyway.
    /// </summary>
    /// <exception cref="InvalidOperationException">outside a transaction, where it would hold nothing</exception>
    public static async Task Claim(CrmDb db, string thing, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Only a transaction can hold a claim.");
        }

        var sql = Of(db) switch
        {
            DatabaseProvider.PostgreSql => "SELECT pg_advisory_xact_lock(hashtextextended(@thing, 0))",
            DatabaseProvider.SqlServer => "EXEC sp_getapplock @Resource = @thing, @LockMode = 'Exclusive', @LockOwner = 'Transaction'",
            _ => null,
        };
        if (sql is not null)
        {
            await Scalar(db, sql, ct, thing);
        }
    }

    private static async Task<object?> Scalar(CrmDb db, string sql, CancellationToken ct, string? thing = null)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            if (thing is not null)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ("thing", thing);
                command.Parameters.Add(parameter);
            }

            command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction!);
            return await command.ExecuteScalarAsync(ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
