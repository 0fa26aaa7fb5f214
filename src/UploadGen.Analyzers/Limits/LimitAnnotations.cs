using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Limits;

/// <summary>
/// The limits that attributes set, as one compilation sees them. Attributes of <c>UploadGen.Annotations</c> count everywhere. Those of the framework count on
/// types that are validated before they are sent only; what validates other types, and when, isn't known.
/// </summary>
internal sealed class LimitAnnotations
{
    private const string Own = "UploadGen.Annotations.";
    private const string Framework = "System.ComponentModel.DataAnnotations.";

    private readonly IAssemblySymbol _annotations;
    private readonly INamedTypeSymbol? _validatable;
    private readonly INamedTypeSymbol? _generatedCode;
    private readonly Dictionary<INamedTypeSymbol, Reader> _own = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, Reader> _framework = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<MemberLimit>> _limits = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _mayLimit = new(SymbolEqualityComparer.Default);

    private LimitAnnotations(Compilation compilation, IAssemblySymbol annotations)
    {
        _annotations = annotations;
        _validatable = compilation.GetTypeByMetadataName("UploadGen.Core.IValidatable");
        _generatedCode = compilation.GetTypeByMetadataName("System.CodeDom.Compiler.GeneratedCodeAttribute");
        void Add(Dictionary<INamedTypeSymbol, Reader> readers, string name, Reader read)
        {
            if (compilation.GetTypeByMetadataName(name + "Attribute") is { } type)
            {
                readers.Add(type, read);
            }
        }

        Add(_own, Own + "CodePointLength", (data, _) => LimitReader.StringLength(data, countsCodePoints: true));
        Add(_own, Own + "IntegerRange", (data, _) => LimitReader.IntegerRange(data));
        Add(_own, Own + "DecimalRange", (data, _) => LimitReader.DecimalRange(data));
        Add(_own, Own + "MultipleOf", (data, _) => LimitReader.MultipleOf(data));
        Add(_own, Own + "EcmaPattern", (data, _) => LimitReader.EcmaPattern(data));
        Add(_own, Own + "Format", (data, _) => LimitReader.Format(data));
        Add(_own, Own + "AllowedTexts", (data, _) => LimitReader.Allowed(data));
        Add(_own, Own + "MinItems", LimitReader.MinLength);
        Add(_own, Own + "MaxItems", LimitReader.MaxLength);
        Add(_framework, Framework + "StringLength", (data, isText) => isText ? LimitReader.StringLength(data, countsCodePoints: false) : null);
        Add(_framework, Framework + "MaxLength", LimitReader.MaxLength);
        Add(_framework, Framework + "MinLength", LimitReader.MinLength);
        Add(_framework, Framework + "Range", (data, _) => LimitReader.Range(data));
        Add(_framework, Framework + "RegularExpression", (data, _) => LimitReader.Pattern(data));
        Add(_framework, Framework + "AllowedValues", (data, _) => LimitReader.Allowed(data));
    }

    /// <summary>The limit that an attribute sets; null when it can't be read.</summary>
    private delegate ILimit? Reader(AttributeData data, bool isText);

    /// <summary>The limits of a compilation; null if it doesn't refer to the annotations, so that there is nothing to check.</summary>
    public static LimitAnnotations? Resolve(Compilation compilation)
        => compilation.GetTypeByMetadataName(Own + "CodePointLengthAttribute") is { ContainingAssembly: var annotations }
            ? new(compilation, annotations)
            : null;

    /// <summary>The limits on the values of a property, field or parameter.</summary>
    public ImmutableArray<MemberLimit> LimitsOf(ISymbol member)
        => member.ContainingAssembly is { } assembly && _mayLimit.GetOrAdd(assembly, MayLimit)
            ? _limits.GetOrAdd(member.OriginalDefinition, Read)
            : ImmutableArray<MemberLimit>.Empty;

    /// <summary>An assembly that doesn't refer to the annotations isn't searched.</summary>
    private bool MayLimit(IAssemblySymbol assembly)
        => assembly.Modules.Any(module => module.ReferencedAssemblySymbols.Append(assembly)
            .Any(referenced => SymbolEqualityComparer.Default.Equals(referenced, _annotations)));

    private ImmutableArray<MemberLimit> Read(ISymbol member)
    {
        var type = member switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => ((IParameterSymbol)member).Type,
        };
        var isText = type.SpecialType == SpecialType.System_String;
        var attributes = member.GetAttributes().AsEnumerable();
        // The parameter of a positional record is a property, too, and the attribute can stand there.
        if (member is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record } })
        {
            attributes = attributes.Concat(record.GetMembers(member.Name).OfType<IPropertySymbol>().SelectMany(property => property.GetAttributes()));
        }

        var isSent = member.ContainingType is { } containing && IsValidatedBeforeSent(containing);
        return attributes.Select(data => Read(data, isText, isSent)).OfType<MemberLimit>().ToImmutableArray();
    }

    private MemberLimit? Read(AttributeData data, bool isText, bool isSent)
        => data.AttributeClass is { } type
            && (_own.TryGetValue(type, out var read) || (isSent && _framework.TryGetValue(type, out read)))
            && read(data, isText) is { } limit
                ? new MemberLimit(limit, type)
                : null;

    private bool IsValidatedBeforeSent(INamedTypeSymbol type)
        => type.AllInterfaces.Any(implemented => Is(implemented, _validatable))
            || type.GetAttributes().Any(data => Is(data.AttributeClass, _generatedCode) && LimitReader.Argument(data, 0) is "UploadGen");

    private static bool Is(INamedTypeSymbol? type, INamedTypeSymbol? attribute) => type is not null && SymbolEqualityComparer.Default.Equals(type, attribute);
}
