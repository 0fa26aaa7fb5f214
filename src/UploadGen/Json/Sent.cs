using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>
/// An optional member of a request that knows whether it was set: <c>FolderId = null</c> is sent as null, and a member that was never set is left out.
/// </summary>
/// <typeparam name="T">Type of the member.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Sent<T>
{
    /// <summary>A member that is set.</summary>
    /// <param name="value">The value.</param>
    public Sent(T? value)
    {
        IsSet = true;
        Value = value;
    }

    /// <summary>Whether the member was set, be it to <see langword="null"/>.</summary>
    public bool IsSet { get; }

    /// <summary>The value; <see langword="default"/> when not set.</summary>
    public T? Value { get; }

    /// <summary>The value's text; empty when there is none.</summary>
    public override string ToString() => Value?.ToString() ?? "";
}
