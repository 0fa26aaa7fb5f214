using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using UploadGen.Contexts;
using UploadGen.Generator.Projects;

namespace UploadGen.Generator.Diagnostics;

/// <summary>
/// UPG113: a type that System.Text.Json's generator doesn't know, because it is generated here. The generator reports those that make the compiler stop at
/// what the other generator wrote, before any analyzer is heard, and the analyzer reports all.
/// </summary>
internal sealed record UnseenType(UnknownType Unknown, GeneratedType Type)
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "UPG113",
        UnseenTypeText.Title,
        UnseenTypeText.Message,
        "UploadGen.Usage",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        UnseenTypeText.Description,
        ProjectLinks.DiagnosticPages + "UPG113.md");

    public static IEnumerable<UnseenType> Find(UnknownType unknown, ImmutableArray<GeneratedType> generated)
        => generated.Where(type => type.Name == unknown.Name).Take(1).Select(type => new UnseenType(unknown, type));

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptor,
        Location.Create(Unknown.Path, Unknown.Span, Unknown.Lines),
        Unknown.Context,
        UnseenTypeText.Consequence(Type.Namespace, Type.Name, Type.IsStruct, Unknown.Holder, hasHalf: false));
}
