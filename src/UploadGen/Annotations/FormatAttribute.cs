using System.ComponentModel.DataAnnotations;
using UploadGen.Core;

namespace UploadGen.Annotations;

/// <summary>
/// Limits a string to a format, as JSON Schema's <c>format</c> does (2020-12 validation, section 7.3): <c>email</c>, <c>idn-email</c>, <c>hostname</c>,
/// <c>idn-hostname</c>, <c>ipv4</c>, <c>ipv6</c>, <c>time</c> or <c>json-pointer</c>. Any other format is a hint to tools, and every string is valid.
/// </summary>
/// <param name="format">The format.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class FormatAttribute(string format) : DataTypeAttribute(TypeOf(format))
{
    /// <summary>The format.</summary>
    public string Format { get; } = format;

    /// <summary>The framework's name for the format, for tools that choose an editor by it; the format itself where there is none.</summary>
    public override string GetDataTypeName() => DataType == DataType.Custom ? Format : base.GetDataTypeName();

    /// <summary>Whether the value is <see langword="null"/> or a string of the format.</summary>
    /// <param name="value">The value; anything but a string isn't valid.</param>
    public override bool IsValid(object? value) => value is null || (value is string text && StringFormat.IsValid(Format, text));

    /// <summary>The message for a value that isn't of the format.</summary>
    /// <param name="name">Name of the member.</param>
    public override string FormatErrorMessage(string name) => ErrorMessage is null && ErrorMessageResourceName is null
        ? $"The field {name} must be of the format {Format}."
        : base.FormatErrorMessage(name);

    private static DataType TypeOf(string format) => format switch
    {
        "email" or "idn-email" => DataType.EmailAddress,
        "time" => DataType.Time,
        _ => DataType.Custom,
    };
}
