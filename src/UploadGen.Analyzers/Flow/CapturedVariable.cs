using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Flow;

/// <summary>A variable that a lambda or local function captures, with what that does to the upload in it: it reads it, or it confirms it.</summary>
internal sealed class CapturedVariable(ILocalSymbol variable, bool isConfirmed, bool isAsserted)
{
    public ILocalSymbol Variable { get; } = variable;

    public bool IsConfirmed { get; } = isConfirmed;

    public bool IsAsserted { get; } = isAsserted;
}
