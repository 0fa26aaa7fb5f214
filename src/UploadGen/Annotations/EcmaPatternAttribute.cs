using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using UploadGen.Core;

namespace UploadGen.Annotations;

/// <summary>
/// Limits a string to those in which a pattern is found, as JSON Schema's <c>pattern</c> does: anywhere, where
/// <see cref="RegularExpressionAttribute"/> wants the whole string to match.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class EcmaPatternAttribute : RegularExpressionAttribute
{
    private readonly SchemaPattern _pattern;

    /// <summary>Sets the pattern.</summary>
    /// <param name="text">The pattern as the document has it (ECMA-262); messages show it.</param>
    /// <param name="expression">The same in .NET's dialect; <see langword="null"/> where both are spelled alike.</param>
    public EcmaPatternAttribute([StringSyntax(StringSyntaxAttribute.Regex)] string text, [StringSyntax(StringSyntaxAttribute.Regex)] string? expression = null)
        : base(text)
        => _pattern = new SchemaPattern(text, expression);

    /// <summary>The attribute itself, so that several on one member count as different attributes.</summary>
    public override object TypeId => this;

    /// <summary>Whether the value is <see langword="null"/> or a string in which the pattern is found; one whose search takes over a second is not valid.</summary>
    /// <param name="value">The value; anything but a string isn't valid.</param>
    public override bool IsValid(object? value) => value is null || (value is string text && _pattern.IsMatch(text));
}
