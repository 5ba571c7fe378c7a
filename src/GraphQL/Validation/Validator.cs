using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation;

/// <summary>Checks documents against a schema (spec chapter 5) in one walk with all rules.</summary>
public static class Validator
{
    /// <summary>Errors in the order and words of graphql-js 17; empty when the document may be executed.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null)
    {
        options ??= ValidationOptions.Default;
        return Validate(schema, document, options, options.Limits == DocumentLimits.None ? SpecifiedRules.All : [.. SpecifiedRules.All, .. LimitRules.All]);
    }

    /// <summary>Checks only the given rules.</summary>
    public static IReadOnlyList<GraphQLError> Validate(
        Schema schema,
        DocumentNode document,
        ValidationOptions options,
        IReadOnlyList<Func<ValidationContext, ValidationRule>> rules)
    {
        var context = new ValidationContext(schema, document, options);
        try
        {
            var instances = new ValidationRule[rules.Count];
            for (var i = 0; i < instances.Length; i++)
                instances[i] = rules[i](context);

            new DocumentWalker(context.TypeInfo, instances).Walk(document);
        }
        catch (ValidationAbortedException aborted)
        {
            context.Errors.Add(new GraphQLError(aborted.Message) { Code = ErrorCodes.ValidationFailed });
        }

        return context.Errors;
    }
}
