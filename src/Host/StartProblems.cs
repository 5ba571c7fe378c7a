using System.Data.Common;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceCrm.Host.Verbs;
using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Host;

/// <summary>
/// What keeps a process from starting, in one line that names the setting; null for everything that is a fault of ours and
/// deserves its stack trace.
/// </summary>
internal static class StartProblems
{
    public static string? Explain(Exception failure) => failure switch
    {
        StartRefusedException refused => refused.Message,
        OptionsValidationException wrong => Settings.Explain(wrong),
        AggregateException { InnerExceptions: var many } when many.All(f => f is OptionsValidationException) =>
            string.Join(' ', many.Select(f => Settings.Explain((OptionsValidationException)f))),
        InvalidOperationException { InnerException: not null, Message: var message } when message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => $"The configuration is wrong: {message}",
        IOException { InnerException: AddressInUseException } busy => $"urls: {busy.Message}",
        FormatException { Message: var message } when message.StartsWith("Invalid url", StringComparison.Ordinal) => $"urls: {message}",
        CrmException refused => $"Setup:AdminEmail, Setup:AdminPassword: {refused.Message}",
        DbException database => OfDatabase(database),
        ArgumentException { Source: "System.Data.Common" or "Npgsql" or "Microsoft.Data.Sqlite" or "Microsoft.Data.SqlClient" } wrong => $"Database:ConnectionString cannot be read: {wrong.Message}",
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };

    // Only what an operator can mend; a statement that fails is a fault of ours.
    private static string? OfDatabase(DbException failure) => failure switch
    {
        PostgresException { SqlState: "3D000" or "28P01" or "28000" or "42501" or "53300" } refused => $"Database:ConnectionString: PostgreSQL refuses: {refused.MessageText}",
        PostgresException => null,
        NpgsqlException unreachable => $"Database:ConnectionString: PostgreSQL cannot be reached: {unreachable.Message}",
        SqliteException { SqliteErrorCode: 8 or 10 or 11 or 13 or 14 or 26 } broken => $"The SQLite database cannot be used (Database:ConnectionString, DataDirectory): {broken.Message}",
        SqlException { Number: -2 or 2 or 53 or 4060 or 10061 or 18456 } refused => $"Database:ConnectionString: SQL Server cannot be used: {refused.Message}",
        _ => null,
    };
}
