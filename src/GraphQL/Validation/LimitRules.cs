using ServiceCrm.GraphQL.Validation.Rules;

namespace ServiceCrm.GraphQL.Validation;

/// <summary>The limits of <see cref="DocumentLimits"/>. They run after the rules of chapter 5, in the same walk.</summary>
public static class LimitRules
{
    /// <summary>One factory a limit.</summary>
    public static IReadOnlyList<Func<ValidationContext, ValidationRule>> All { get; } =
    [
        context => new OperationLimitRule(context, context.Options.Limits.MaxDepth, measure => measure.Depth, depth => $"nests fields {depth} levels deep"),
        context => new OperationLimitRule(context, context.Options.Limits.MaxAliases, measure => measure.Aliases, count => $"has {count} aliases"),
        context => new MaxDirectivesPerPlaceRule(context),
        context => new OperationLimitRule(context, context.Options.Limits.MaxRootFields, measure => measure.RootFields, count => $"selects {count} root fields"),
        context => new OperationLimitRule(context, context.Options.Limits.MaxNodes, measure => measure.Fields, count => $"selects {count} fields"),
    ];
}
