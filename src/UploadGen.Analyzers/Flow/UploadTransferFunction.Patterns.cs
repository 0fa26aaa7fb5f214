using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace UploadGen.Analyzers.Flow;

/// <content>Patterns.</content>
internal sealed partial class UploadTransferFunction
{
    /// <summary>Assigns the variables that a pattern declares. The result is the outcome of the match.</summary>
    private TrackedValue Match(IPatternOperation pattern, TrackedValue value)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return TrackedValue.Nothing;
            case IDeclarationPatternOperation declaration:
                AssignDeclared(declaration.DeclaredSymbol, value);
                // `var x` always matches, so the outcome depends on nothing.
                return declaration.MatchesNull ? TrackedValue.Nothing : Tested(value);
            case IConstantPatternOperation constant:
                return Compared(value, Evaluate(constant.Value), isWithConstant: true);
            case ITypePatternOperation:
                return Tested(value);
            case IRelationalPatternOperation:
                return Compared(value, TrackedValue.Other, isWithConstant: true);
            case INegatedPatternOperation negated:
                return Match(negated.Pattern, value);
            case IBinaryPatternOperation binary:
                return Match(binary.LeftPattern, value).Join(Match(binary.RightPattern, value));
            case IRecursivePatternOperation recursive:
                return MatchRecursive(recursive, value);
            default:
                return MatchUnknown(pattern, value);
        }
    }

    private TrackedValue MatchRecursive(IRecursivePatternOperation pattern, TrackedValue value)
    {
        AssignDeclared(pattern.DeclaredSymbol, value);
        var isTuple = pattern.DeconstructSymbol is null && pattern.DeconstructionSubpatterns.Length == value.Elements.Length;
        var outcome = isTuple ? TrackedValue.Nothing : Tested(value);
        for (var index = 0; index < pattern.DeconstructionSubpatterns.Length; index++)
        {
            outcome = outcome.Join(Match(pattern.DeconstructionSubpatterns[index], isTuple ? value.Elements[index] : value.AsDerived()));
        }

        foreach (var member in pattern.PropertySubpatterns)
        {
            var part = member.Member is IMemberReferenceOperation reference ? PartOf(value, reference.Member) : value.AsDerived();
            outcome = outcome.Join(Match(member.Pattern, part));
        }

        return outcome;
    }

    private TrackedValue MatchUnknown(IPatternOperation pattern, TrackedValue value)
    {
        HandOver(value);
        foreach (var nested in pattern.Descendants())
        {
            var declared = nested switch
            {
                IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                _ => null,
            };
            AssignDeclared(declared, TrackedValue.Other);
        }

        return TrackedValue.Other;
    }

    private void AssignDeclared(ISymbol? variable, TrackedValue value)
    {
        if (variable is not null)
        {
            AssignVariable(variable, value);
        }
    }
}
