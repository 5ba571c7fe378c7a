using ServiceCrm.GraphQL.Validation.Rules;

namespace ServiceCrm.GraphQL.Validation;

/// <summary>The limits of <see cref="DocumentLimits"/>. They run after the rules of chapter 5, in the same walk.</summary>
public static class LimitRules
{
    /// <summary>One factory a limit.</summary>
    public static IReadOnlyList<Func<ValidationContext, ValidationRule>> All { get; } =
    [
        context => new MaxDepthRule(context),
        context => new MaxAliasesRule(context),
        context => new MaxDirectivesPerPlaceRule(context),
        context => new MaxRootFieldsRule(context),
        context => new MaxNodesRule(context),
    ];
}
