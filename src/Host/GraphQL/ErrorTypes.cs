using System.Diagnostics;
using ServiceCrm.GraphQL;
using ServiceCrm.GraphQL.Errors;
using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Host.GraphQL;

internal sealed record InputError(string Message, string Code, IReadOnlyList<string>? Path) : IUserError;

internal sealed record RuleBrokenError(string Message, string Code, IReadOnlyList<string>? Path) : IUserError;

internal sealed record NotFoundError(string Message, string Code, IReadOnlyList<string>? Path) : IUserError;

internal sealed record NotAllowedError(string Message, string Code, IReadOnlyList<string>? Path) : IUserError;

internal sealed record ConflictError(string Message, string Code, IReadOnlyList<string>? Path, long? CurrentVersion) : IUserError;

/// <summary>The one place where exceptions become what a client sees.</summary>
internal static class ErrorTypes
{
    public static void Declare(SchemaBuilder schema)
    {
        schema.Object<InputError>("InputError", t => Common(t, "A value is wrong; path names the field."));
        schema.Object<RuleBrokenError>("RuleBrokenError", t => Common(t, "A rule forbids it; code says which."));
        schema.Object<NotFoundError>("NotFoundError", t => Common(t, "It does not exist, or the caller may not see it."));
        schema.Object<NotAllowedError>("NotAllowedError", t => Common(t, "The caller may not do this."));
        schema.Object<ConflictError>("ConflictError", t =>
        {
            Common(t, "Somebody else changed it first.");
            t.Field("currentVersion", x => x.CurrentVersion).Describe("The version now stored.");
        });
        schema.MutationErrors(Expected);
    }

    /// <summary>Errors of mutations that a client can act on; null for the unexpected.</summary>
    public static IReadOnlyList<IUserError>? Expected(Exception failure) => failure switch
    {
        InvalidInput input => [.. input.Problems.Select(p => new InputError(p.Message, input.Code, Split(p.Path)))],
        InvalidInputProblems problems => [.. problems.Problems.Select(p => new InputError(p.Message, "INVALID_INPUT", Split(p.Path)))],
        NotFound missing => [new NotFoundError(missing.Message, missing.Code, null)],
        NotAllowed refused => [new NotAllowedError(refused.Message, refused.Code, null)],
        Conflict conflict => [new ConflictError(conflict.Message, conflict.Code, null, conflict.CurrentVersion)],
        RuleBroken rule => [new RuleBrokenError(rule.Message, rule.Code, null)],
        _ => null,
    };

    /// <summary>Errors of fields: the expected as they are, everything else masked with a trace id that is in the log.</summary>
    public static GraphQLError ToGraphQL(Exception failure, ILogger log)
    {
        switch (failure)
        {
            case CrmException known:
                return new GraphQLError(known.Message) { Code = known.Code };
            case InvalidInputProblems problems:
                return new GraphQLError(problems.Message) { Code = "INVALID_INPUT" };
            default:
                var trace = Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N");
                log.LogError(failure, "A field failed (trace {TraceId})", trace);
                return new GraphQLError($"Something went wrong on our side. If it happens again, tell us this number: {trace}.") { Code = "INTERNAL" };
        }
    }

    private static void Common<T>(ObjectBuilder<T> type, string description) where T : IUserError
    {
        type.Describe(description);
        type.Field("message", x => x.Message);
        type.Field("code", x => x.Code);
        type.NullableField("path", x => x.Path);
    }

    private static string[] Split(string path) => path.Split('.');
}
