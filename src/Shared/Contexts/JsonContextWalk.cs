using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace UploadGen.Contexts;

/// <summary>
/// Goes through the types that System.Text.Json's generator writes metadata for: what a context names, and all that is held by it. The compiler's
/// generators and analyzers are both compiled with this file. The former see a compilation as System.Text.Json's generator does, the latter the final one.
/// </summary>
internal sealed class JsonContextWalk
{
    /// <summary>The value of <c>JsonIgnoreCondition.Always</c>.</summary>
    private const int Always = 1;

    // A generic type can hold ever larger ones of its kind, and ever more of them.
    private const int MaxNesting = 16;
    private const int MaxTypes = 10_000;

    private readonly INamedTypeSymbol _context;
    private readonly Func<INamedTypeSymbol, bool> _isSought;
    private readonly JsonContextOptions _options;
    private readonly Queue<Step> _steps = new();
    private readonly Dictionary<ISymbol, FoundType> _found = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _seenOnlyNamed = new(SymbolEqualityComparer.Default);

    private JsonContextWalk(INamedTypeSymbol context, Func<INamedTypeSymbol, bool> isSought)
    {
        _context = context;
        _isSought = isSought;
        _options = new JsonContextOptions(context);
    }

    /// <summary>The types looked for that one <c>[JsonSerializable]</c> brings into a context.</summary>
    /// <param name="context">The context.</param>
    /// <param name="serializable">The type that the attribute names.</param>
    /// <param name="isSought">Whether a type is looked for. What such a type holds itself doesn't matter.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public static IReadOnlyCollection<FoundType> Find(
        INamedTypeSymbol context, ITypeSymbol serializable, Func<INamedTypeSymbol, bool> isSought, CancellationToken cancellationToken)
    {
        var walk = new JsonContextWalk(context, isSought);
        walk._steps.Enqueue(new Step(serializable, isPart: false, isOnlyNamed: false, holder: null));
        while (walk._steps.Count > 0 && walk._seen.Count + walk._seenOnlyNamed.Count < MaxTypes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            walk.Take(walk._steps.Dequeue());
        }

        return walk._found.Values;
    }

    private void Take(Step step)
    {
        switch (step.Type)
        {
            case IArrayTypeSymbol array:
                _steps.Enqueue(new Step(array.ElementType, isPart: true, step.IsOnlyNamed, step.Holder));
                break;
            case INamedTypeSymbol named when _isSought(named):
                // To a generator that doesn't know the type, 'T?' is a nullable struct.
                var isPart = step.IsPart || named.NullableAnnotation == NullableAnnotation.Annotated;
                Add(named, isPart, step.IsOnlyNamed || _options.MayConvert(named), step.Holder);
                break;
            case INamedTypeSymbol named when (step.IsOnlyNamed ? _seenOnlyNamed : _seen).Add(named) && AddArguments(named, step.Holder, 0):
                TakeApart(named, step.IsOnlyNamed || _options.MayConvert(named), step.Holder);
                break;
        }
    }

    private void TakeApart(INamedTypeSymbol type, bool isOnlyNamed, string? holder)
    {
        if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate or TypeKind.Error || type.HasOfJson("JsonConverterAttribute"))
        {
            return;
        }

        if (Items(type) is { } items)
        {
            foreach (var item in items)
            {
                _steps.Enqueue(new Step(item, isPart: false, isOnlyNamed, holder));
            }
        }
        else if (type.IsGenericType || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _context.ContainingAssembly))
        {
            TakeMembers(type, isOnlyNamed, holder);
        }
    }

    private void TakeMembers(INamedTypeSymbol type, bool isOnlyNamed, string? holder)
    {
        // A class has all members that its interfaces ask for, an interface those of its own.
        var declaring = type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Prepend(type) : type.SelfAndBases();
        foreach (var member in declaring.SelectMany(part => part.GetMembers()))
        {
            if (WrittenType(member) is { } written)
            {
                var isLeftOut = member is IFieldSymbol && !_options.IncludeFields && !member.HasOfJson("JsonIncludeAttribute");
                var isConverted = member.HasOfJson("JsonConverterAttribute");
                _steps.Enqueue(new Step(written, isPart: false, isOnlyNamed || isLeftOut || isConverted, holder ?? $"{type.Name}.{member.Name}"));
            }
        }

        foreach (var derived in type.GetAttributes().Where(attribute => attribute.IsOfJson("JsonDerivedTypeAttribute")))
        {
            if (derived.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Type, Value: ITypeSymbol other })
            {
                _steps.Enqueue(new Step(other, isPart: false, isOnlyNamed, holder ?? type.Name));
            }
        }
    }

    /// <summary>The type of a member that is written. A public field is looked at even where it is left out.</summary>
    private static ITypeSymbol? WrittenType(ISymbol member)
    {
        var type = member switch
        {
            IPropertySymbol { IsStatic: false, Parameters.IsEmpty: true } property => property.Type,
            IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field => field.Type,
            _ => null,
        };
        return type is not null
            && (member.DeclaredAccessibility == Accessibility.Public || member.HasOfJson("JsonIncludeAttribute"))
            && !member.GetAttributes().Any(IsUnconditionalIgnore)
                ? type
                : null;
    }

    private static bool IsUnconditionalIgnore(AttributeData attribute)
        => attribute.IsOfJson("JsonIgnoreAttribute")
            && attribute.NamedArguments.Where(argument => argument.Key == "Condition").All(argument => argument.Value.Value is Always);

    /// <summary>What a collection, a nullable or a block of memory consists of; null for a type that has members.</summary>
    private static IEnumerable<ITypeSymbol>? Items(INamedTypeSymbol type)
        => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || type is { Name: "Memory" or "ReadOnlyMemory", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
                ? type.TypeArguments
                : type.AllInterfaces.Prepend(type).FirstOrDefault(IsSequence)?.TypeArguments.AsEnumerable();

    private static bool IsSequence(INamedTypeSymbol type)
        => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            || type is { Name: "IAsyncEnumerable", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } };

    /// <summary>
    /// The metadata of a generic type has the names of its arguments in it, whatever it does with them. False for a type that no person has written out.
    /// </summary>
    private bool AddArguments(ITypeSymbol type, string? holder, int nesting)
    {
        var arguments = type switch
        {
            INamedTypeSymbol named => named.TypeArguments,
            IArrayTypeSymbol array => ImmutableArray.Create(array.ElementType),
            _ => ImmutableArray<ITypeSymbol>.Empty,
        };
        foreach (var argument in arguments)
        {
            if (argument is INamedTypeSymbol named && _isSought(named))
            {
                Add(named, isPart: true, isOnlyNamed: true, holder);
            }
            else if (nesting == MaxNesting || !AddArguments(argument, holder, nesting + 1))
            {
                return false;
            }
        }

        return true;
    }

    private void Add(INamedTypeSymbol type, bool isPart, bool isOnlyNamed, string? holder)
    {
        if (!_found.TryGetValue(type, out var found))
        {
            found = new FoundType(type);
            _found.Add(type, found);
        }

        found.Add(isPart, isOnlyNamed, holder);
    }

    private readonly struct Step(ITypeSymbol type, bool isPart, bool isOnlyNamed, string? holder)
    {
        public ITypeSymbol Type { get; } = type;

        public bool IsPart { get; } = isPart;

        public bool IsOnlyNamed { get; } = isOnlyNamed;

        public string? Holder { get; } = holder;
    }
}
