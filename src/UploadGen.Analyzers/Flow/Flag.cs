using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>An outcome of the test of a variable: that it is true or not null, or that it isn't.</summary>
internal readonly struct Flag(ISymbol variable, bool holds) : IEquatable<Flag>
{
    private readonly ISymbol _variable = variable;
    private readonly bool _holds = holds;

    public bool Equals(Flag other) => _holds == other._holds && SymbolEqualityComparer.Default.Equals(_variable, other._variable);

    public override bool Equals(object? obj) => obj is Flag other && Equals(other);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(_variable) ^ (_holds ? 1 : 0);
}
