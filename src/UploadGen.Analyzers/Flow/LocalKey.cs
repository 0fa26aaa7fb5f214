using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>A place within a method that holds a value: a local, a parameter, or one of the graph's own temporaries.</summary>
internal readonly struct LocalKey : IEquatable<LocalKey>
{
    private readonly ISymbol? _variable;
    private readonly CaptureId _capture;

    public LocalKey(ISymbol variable) => _variable = variable;

    public LocalKey(CaptureId capture) => _capture = capture;

    public bool Equals(LocalKey other) => SymbolEqualityComparer.Default.Equals(_variable, other._variable) && _capture.Equals(other._capture);

    public override bool Equals(object? obj) => obj is LocalKey other && Equals(other);

    public override int GetHashCode() => _variable is null ? _capture.GetHashCode() : SymbolEqualityComparer.Default.GetHashCode(_variable);
}
