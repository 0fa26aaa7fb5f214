using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Limits;

/// <summary>
/// The limits that attributes set, as one compilation sees them. Those of <c>UploadGen.Annotations</c> count wherever they stand; the framework's count on types
/// that are validated before they are sent, for elsewhere it is another's matter when they hold.
/// </summary>
internal sealed class LimitAttributes
{
    private const string Framework = "System.ComponentModel.DataAnnotations.";

    private readonly INamedTypeSymbol _codePointLength;
    private readonly INamedTypeSymbol? _integerRange;
    private readonly INamedTypeSymbol? _validatable;
    private readonly INamedTypeSymbol? _generatedCode;
    private readonly ImmutableDictionary<INamedTypeSymbol, Func<AttributeData, bool, ILimit?>> _framework;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ILimit>> _limits = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _mayLimit = new(SymbolEqualityComparer.Default);

    private LimitAttributes(Compilation compilation, INamedTypeSymbol codePointLength)
    {
        _codePointLength = codePointLength;
        _integerRange = compilation.GetTypeByMetadataName("UploadGen.Annotations.IntegerRangeAttribute");
        _validatable = compilation.GetTypeByMetadataName("UploadGen.Core.IValidatable");
        _generatedCode = compilation.GetTypeByMetadataName("System.CodeDom.Compiler.GeneratedCodeAttribute");
        var framework = ImmutableDictionary.CreateBuilder<INamedTypeSymbol, Func<AttributeData, bool, ILimit?>>(SymbolEqualityComparer.Default);
        void Add(string name, Func<AttributeData, bool, ILimit?> read)
        {
            if (compilation.GetTypeByMetadataName(Framework + name) is { } type)
            {
                framework.Add(type, read);
            }
        }

        Add("StringLengthAttribute", (data, isText) => isText ? LimitReader.StringLength(data, countsCodePoints: false) : null);
        Add("MaxLengthAttribute", LimitReader.MaxLength);
        Add("MinLengthAttribute", LimitReader.MinLength);
        Add("RangeAttribute", (data, _) => LimitReader.Range(data));
        Add("RegularExpressionAttribute", (data, _) => LimitReader.Pattern(data));
        _framework = framework.ToImmutable();
    }

    /// <summary>The limits of a compilation; null if it doesn't know the annotations, and then there is nothing to check.</summary>
    public static LimitAttributes? Resolve(Compilation compilation)
        => compilation.GetTypeByMetadataName("UploadGen.Annotations.CodePointLengthAttribute") is { } codePointLength ? new(compilation, codePointLength) : null;

    /// <summary>The limits on the values of a property, field or parameter.</summary>
    public ImmutableArray<ILimit> LimitsOf(ISymbol member)
        => member.ContainingAssembly is { } assembly && _mayLimit.GetOrAdd(assembly, MayLimit)
            ? _limits.GetOrAdd(member.OriginalDefinition, Read)
            : ImmutableArray<ILimit>.Empty;

    /// <summary>An assembly that doesn't know the annotations needn't be read.</summary>
    private bool MayLimit(IAssemblySymbol assembly)
        => assembly.Modules.Any(module => module.ReferencedAssemblySymbols.Append(assembly)
            .Any(referenced => SymbolEqualityComparer.Default.Equals(referenced, _codePointLength.ContainingAssembly)));

    private ImmutableArray<ILimit> Read(ISymbol member)
    {
        var type = member switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => ((IParameterSymbol)member).Type,
        };
        var isText = type.SpecialType == SpecialType.System_String;
        var attributes = member.GetAttributes().AsEnumerable();
        // The parameter of a positional record is its property.
        if (member is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record } })
        {
            attributes = attributes.Concat(record.GetMembers(member.Name).OfType<IPropertySymbol>().SelectMany(property => property.GetAttributes()));
        }

        var isSent = member.ContainingType is { } containing && IsValidatedBeforeSent(containing);
        return attributes.Select(data => Read(data, isText, isSent)).OfType<ILimit>().ToImmutableArray();
    }

    private ILimit? Read(AttributeData data, bool isText, bool isSent)
    {
        if (data.AttributeClass is not { } type)
        {
            return null;
        }

        return Is(type, _codePointLength) ? LimitReader.StringLength(data, countsCodePoints: true)
            : Is(type, _integerRange) ? LimitReader.IntegerRange(data)
            : isSent && _framework.TryGetValue(type, out var read) ? read(data, isText)
            : null;
    }

    private bool IsValidatedBeforeSent(INamedTypeSymbol type)
        => type.AllInterfaces.Any(implemented => Is(implemented, _validatable))
            || type.GetAttributes().Any(data => Is(data.AttributeClass, _generatedCode) && LimitReader.Argument(data, 0) is "UploadGen");

    private static bool Is(INamedTypeSymbol? type, INamedTypeSymbol? attribute) => type is not null && SymbolEqualityComparer.Default.Equals(type, attribute);
}
