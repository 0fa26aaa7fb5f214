using Microsoft.CodeAnalysis;

namespace UploadGen.Contexts;

/// <summary>What <c>[JsonSourceGenerationOptions]</c> says of a context, as far as it decides what becomes of a type.</summary>
internal sealed class JsonContextOptions
{
    private readonly List<ITypeSymbol> _converters = [];

    public JsonContextOptions(INamedTypeSymbol context)
    {
        foreach (var option in context.GetAttributes()
            .Where(attribute => attribute.IsOfJson("JsonSourceGenerationOptionsAttribute"))
            .SelectMany(attribute => attribute.NamedArguments))
        {
            if (option is { Key: "IncludeFields", Value.Value: true })
            {
                IncludeFields = true;
            }
            else if (option is { Key: "Converters", Value: { Kind: TypedConstantKind.Array, Values: { IsDefault: false } values } })
            {
                _converters.AddRange(values.Select(value => value.Value).OfType<ITypeSymbol>());
            }
        }
    }

    public bool IncludeFields { get; }

    /// <summary>Whether a converter of the context may be for the type. What a person's factory makes converters for isn't known.</summary>
    public bool MayConvert(ITypeSymbol type)
        => _converters.Any(converter => converter.SelfAndBases().Any(declaring => declaring switch
        {
            { Name: "JsonConverter", Arity: 1 } => SymbolEqualityComparer.Default.Equals(declaring.TypeArguments[0], type),
            { Name: "JsonConverterFactory" } => !converter.IsOfJson(),
            _ => false,
        }));
}
