using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Annotations;

/// <summary>
/// The attributes of <c>UploadGen.Annotations</c> as one compilation sees them, and what they say about its methods and properties.
/// An attribute on an overridden or implemented member holds for the member that overrides or implements it.
/// </summary>
internal sealed class UploadAnnotations
{
    private const string Namespace = "UploadGen.Annotations.";

    private readonly ImmutableArray<(INamedTypeSymbol Attribute, UploadSteps Step)> _methodAttributes;
    private readonly ImmutableArray<INamedTypeSymbol> _sessionAttributes;
    private readonly INamedTypeSymbol _sessionId;
    private readonly ImmutableArray<INamedTypeSymbol> _partAttributes;
    private readonly ConcurrentDictionary<IMethodSymbol, UploadMethod?> _methods = new(SymbolEqualityComparer.Default);

    private UploadAnnotations(
        ImmutableArray<(INamedTypeSymbol, UploadSteps)> methodAttributes,
        INamedTypeSymbol session,
        INamedTypeSymbol sessionId,
        ImmutableArray<INamedTypeSymbol> partAttributes)
    {
        _methodAttributes = methodAttributes;
        _sessionId = sessionId;
        _partAttributes = partAttributes;
        _sessionAttributes = partAttributes.Add(session).Add(sessionId);
    }

    /// <summary>The annotations of a compilation; null if it doesn't know them, and then there is nothing to analyze.</summary>
    public static UploadAnnotations? Resolve(Compilation compilation)
    {
        INamedTypeSymbol? Find(string name) => compilation.GetTypeByMetadataName(Namespace + name);

        if (Find("CreatesUploadAttribute") is not { } creates || Find("PutsUploadAttribute") is not { } puts
            || Find("ConfirmsUploadAttribute") is not { } confirms || Find("AbortsUploadAttribute") is not { } aborts
            || Find("UploadsFileAttribute") is not { } uploadsFile || Find("UploadSessionAttribute") is not { } session
            || Find("UploadSessionIdAttribute") is not { } sessionId || Find("PresignedUrlAttribute") is not { } url
            || Find("UploadHeadersAttribute") is not { } headers)
        {
            return null;
        }

        return new UploadAnnotations(
            ImmutableArray.Create(
                (creates, UploadSteps.Create),
                (puts, UploadSteps.Put),
                (confirms, UploadSteps.Confirm),
                (aborts, UploadSteps.Abort),
                (uploadsFile, UploadSteps.UploadFile)),
            session,
            sessionId,
            ImmutableArray.Create(url, headers));
    }

    /// <summary>What a method does in a flow; null for a method without annotations.</summary>
    public UploadMethod? MethodOf(IMethodSymbol method) => _methods.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, Read);

    /// <summary>Is this property the id of its session? Then it stands for the session.</summary>
    public bool IsSessionId(IPropertySymbol property) => IsMarked(property, _sessionId);

    /// <summary>Is this property what the file is PUT with: the session's URL or the headers that go with it?</summary>
    public bool IsSessionPart(IPropertySymbol property) => _partAttributes.Any(attribute => IsMarked(property, attribute));

    /// <summary>The name of the method among a type's own, inherited and interface methods that does exactly one step of a flow.</summary>
    public string? FindMethod(ITypeSymbol type, UploadSteps step, string flow)
    {
        foreach (var declaring in type.SelfAndBaseTypes().Concat(type.AllInterfaces))
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IMethodSymbol method && MethodOf(method) is { } found && found.Steps == step && found.Flow == flow)
                {
                    return method.Name;
                }
            }
        }

        return null;
    }

    private UploadMethod? Read(IMethodSymbol method)
    {
        for (var declaration = method; declaration is not null; declaration = declaration.OverriddenMethod)
        {
            if (ReadAttributes(declaration) is { } found)
            {
                return found;
            }
        }

        return method.ImplementedMembers().Select(ReadAttributes).FirstOrDefault(found => found is not null);
    }

    private UploadMethod? ReadAttributes(IMethodSymbol method)
    {
        var steps = UploadSteps.None;
        string? flow = null;
        foreach (var attribute in method.GetAttributes())
        {
            foreach (var (type, step) in _methodAttributes)
            {
                if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type))
                {
                    steps |= step;
                    // Half-typed code may have the attribute without its argument.
                    flow ??= attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string name } ? name : null;
                }
            }
        }

        return flow is null ? null : new UploadMethod(steps, flow, SessionParameters(method));
    }

    private HashSet<int> SessionParameters(IMethodSymbol method)
        => new(method.Parameters
            .Where(parameter => _sessionAttributes.Any(attribute => parameter.IsMarked(attribute)))
            .Select(parameter => parameter.Ordinal));

    private static bool IsMarked(IPropertySymbol property, INamedTypeSymbol attribute)
    {
        for (var declaration = property; declaration is not null; declaration = declaration.OverriddenProperty)
        {
            if (declaration.IsMarked(attribute))
            {
                return true;
            }
        }

        return property.ImplementedMembers().Any(member => member.IsMarked(attribute));
    }
}
