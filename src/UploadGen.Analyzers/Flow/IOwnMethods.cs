using Microsoft.CodeAnalysis;
using UploadGen.Analyzers.Annotations;

namespace UploadGen.Analyzers.Flow;

/// <summary>What methods of the same project do that carry no annotations.</summary>
internal interface IOwnMethods
{
    /// <summary>The steps that a method does on its parameters; null if it isn't certain that it does any.</summary>
    UploadMethod? StepsOf(IMethodSymbol method);

    /// <summary>Does the method certainly end with an exception, or never end?</summary>
    bool NeverReturns(IMethodSymbol method);
}
