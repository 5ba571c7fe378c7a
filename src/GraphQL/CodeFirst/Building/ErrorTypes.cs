using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>The interface <c>Error</c> of mutation payloads, and the object that shows errors without a type of their own.</summary>
internal static class ErrorTypes
{
    public const string InterfaceName = "Error";

    public const string GenericName = "UserError";

    /// <summary>Declares the interface and the generic object, unless the Host has declared them itself.</summary>
    public static void DeclareIn(SchemaBuilder builder)
    {
        if (!builder.Types.Exists(type => type.ClrType == typeof(IUserError)))
        {
            builder.Interface<IUserError>(InterfaceName, error =>
            {
                error.Describe("An expected error of a mutation.");
                error.Field("message", item => item.Message).Describe("A sentence for a person.");
                error.Field("code", item => item.Code).Describe("A stable word for programs.");
                error.NullableField("path", item => item.Path).Describe("Where in the input the mistake is.");
            });
        }

        if (!builder.Types.Exists(type => string.Equals(type.Name, GenericName, StringComparison.Ordinal)))
            builder.Object<PlainError>(GenericName, error => error.Describe("An expected error that needs no type of its own."));
    }

    public static Field ErrorsField()
    {
        var item = new ObjectShape<IUserError>(nonNull: true);
        return new Field("errors", new TypeReference(InterfaceName).NonNull().List().NonNull())
        {
            Description = "Why nothing was changed; empty on success.",
            Resolver = new GetterRuntime<MutationPayload, IReadOnlyList<IUserError>?>(
                payload => payload.Errors, new ListShape<IUserError>(item, itemNonNull: true, nonNull: true)),
        };
    }
}

/// <summary>An error of the engine itself; also names the object type of errors whose CLR type is not declared.</summary>
internal sealed record PlainError(string Message, string Code, IReadOnlyList<string>? Path) : IUserError;
