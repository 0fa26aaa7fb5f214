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
    private readonly INamedTypeSymbol _url;
    private readonly INamedTypeSymbol _headers;
    private readonly INamedTypeSymbol _mediaType;
    private readonly HashSet<IAssemblySymbol> _annotated;
    private readonly ConcurrentDictionary<IMethodSymbol, UploadMethod?> _methods = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IPropertySymbol, bool> _holders = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IPropertySymbol, bool> _urls = new(SymbolEqualityComparer.Default);

    private UploadAnnotations(
        ImmutableArray<(INamedTypeSymbol, UploadSteps)> methodAttributes,
        INamedTypeSymbol session,
        INamedTypeSymbol sessionId,
        INamedTypeSymbol url,
        INamedTypeSymbol headers,
        INamedTypeSymbol mediaType,
        HashSet<IAssemblySymbol> annotated)
    {
        _annotated = annotated;
        _methodAttributes = methodAttributes;
        _sessionId = sessionId;
        _url = url;
        _headers = headers;
        _mediaType = mediaType;
        _sessionAttributes = ImmutableArray.Create(session, sessionId, url, headers);
    }

    /// <summary>The annotations of a compilation; null if it doesn't refer to them, so that there is nothing to analyze.</summary>
    public static UploadAnnotations? Resolve(Compilation compilation)
    {
        INamedTypeSymbol? Find(string name) => compilation.GetTypeByMetadataName(Namespace + name);

        if (Find("CreatesUploadAttribute") is not { } creates || Find("PutsUploadAttribute") is not { } puts
            || Find("ConfirmsUploadAttribute") is not { } confirms || Find("AbortsUploadAttribute") is not { } aborts
            || Find("UploadsFileAttribute") is not { } uploadsFile || Find("UploadSessionAttribute") is not { } session
            || Find("UploadSessionIdAttribute") is not { } sessionId || Find("PresignedUrlAttribute") is not { } url
            || Find("UploadHeadersAttribute") is not { } headers || Find("UploadMediaTypeAttribute") is not { } mediaType)
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
            url,
            headers,
            mediaType,
            FindAnnotated(compilation, creates.ContainingAssembly));
    }

    /// <summary>The names by which code of the compilation can open an upload or read a presigned URL.</summary>
    public UploadNames FindNames(Compilation compilation, CancellationToken cancellationToken) => UploadNames.Find(compilation, _annotated, cancellationToken);

    /// <summary>What a method does in a flow; null for a method without annotations.</summary>
    public UploadMethod? MethodOf(IMethodSymbol method)
        => _annotated.Contains(method.ContainingAssembly) ? _methods.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, Read) : null;

    /// <summary>Is this property the id of its session? Then it stands for the session.</summary>
    public bool IsSessionId(IPropertySymbol property) => IsMarked(property, _sessionId);

    /// <summary>Is this parameter a session's id?</summary>
    public bool IsSessionId(IParameterSymbol parameter) => parameter.IsMarked(_sessionId);

    /// <summary>Does this property hold the object with the id, for a session that has no id itself?</summary>
    public bool HoldsSession(IPropertySymbol property)
        => _holders.GetOrAdd(property.OriginalDefinition, declaration => HasId(declaration.Type) && !HasId(declaration.ContainingType));

    /// <summary>Is this property the URL that the file is PUT to? Asked of every property that code reads.</summary>
    public bool IsPresignedUrl(IPropertySymbol property)
        => _annotated.Contains(property.ContainingAssembly) && _urls.GetOrAdd(property.OriginalDefinition, declaration => IsMarked(declaration, _url));

    /// <summary>Is this parameter the URL that the file is PUT to?</summary>
    public bool IsPresignedUrl(IParameterSymbol parameter) => parameter.IsMarked(_url);

    /// <summary>Is this property the headers that go with the URL?</summary>
    public bool IsUploadHeaders(IPropertySymbol property) => IsMarked(property, _headers);

    /// <summary>Is this parameter the headers that go with the URL?</summary>
    public bool IsUploadHeaders(IParameterSymbol parameter) => parameter.IsMarked(_headers);

    /// <summary>Does this property of a request declare the file's media type?</summary>
    public bool IsMediaType(IPropertySymbol property) => IsMarked(property, _mediaType);

    /// <summary>Does this parameter declare the file's media type?</summary>
    public bool IsMediaType(IParameterSymbol parameter) => parameter.IsMarked(_mediaType);

    /// <summary>Is it a type of sessions: one with an id or a URL, or with an object that has them?</summary>
    public bool IsSession(ITypeSymbol type)
        => PropertiesOf(type).Any(property => IsSessionId(property) || IsPresignedUrl(property) || HoldsSession(property));

    /// <summary>The names of a session's members that are its id, or that of an object in it.</summary>
    public IEnumerable<string> IdsOf(ITypeSymbol? session)
    {
        var properties = session is null ? [] : PropertiesOf(session).ToList();
        return properties
            .Concat(properties.Where(HoldsSession).SelectMany(property => PropertiesOf(property.Type)))
            .Where(IsSessionId)
            .Select(property => property.Name);
    }

    /// <summary>The name of a session's member that holds the headers of the PUT; null if it has none.</summary>
    public string? UploadHeadersOf(ITypeSymbol session)
        => session.SelfAndBaseTypes().Concat(session.AllInterfaces)
            .SelectMany(type => type.GetMembers())
            .OfType<IPropertySymbol>()
            .FirstOrDefault(IsUploadHeaders)?.Name;

    /// <summary>The method among a type's own, inherited and interface methods that does exactly one step of a flow.</summary>
    public IMethodSymbol? FindMethod(ITypeSymbol type, UploadSteps step, string flow)
    {
        foreach (var declaring in type.SelfAndBaseTypes().Concat(type.AllInterfaces))
        {
            foreach (var member in declaring.GetMembers())
            {
                if (member is IMethodSymbol method && MethodOf(method) is { } found && found.Steps == step && found.Flow == flow)
                {
                    return method;
                }
            }
        }

        return null;
    }

    /// <summary>The assemblies whose members can have annotations. Most calls go to the framework, which has none and isn't searched.</summary>
    private static HashSet<IAssemblySymbol> FindAnnotated(Compilation compilation, IAssemblySymbol declaring)
    {
        var annotated = new HashSet<IAssemblySymbol>([compilation.Assembly, declaring], SymbolEqualityComparer.Default);
        var references = compilation.SourceModule.ReferencedAssemblySymbols;
        for (var before = 0; before < annotated.Count;)
        {
            before = annotated.Count;
            annotated.UnionWith(references.Where(reference => reference.Modules.Any(module => module.ReferencedAssemblySymbols.Any(annotated.Contains))));
        }

        return annotated;
    }

    private bool HasId(ITypeSymbol type) => PropertiesOf(type).Any(IsSessionId);

    /// <summary>The properties of a type, as far as they can have annotations.</summary>
    private IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type)
        => type.SelfAndBaseTypes()
            .Where(declaring => _annotated.Contains(declaring.ContainingAssembly))
            .SelectMany(declaring => declaring.GetMembers())
            .OfType<IPropertySymbol>();

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
        UploadState? state = null;
        foreach (var attribute in method.GetAttributes())
        {
            foreach (var (type, step) in _methodAttributes)
            {
                if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type))
                {
                    steps |= step;
                    // Half-typed code may have the attribute without its argument.
                    flow ??= attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string name } ? name : null;
                    state ??= Text(attribute, "Member") is { } member ? new UploadState(member, Text(attribute, "Value")) : null;
                }
            }
        }

        return flow is null ? null : new UploadMethod(steps, flow, SessionParameters(method), state);
    }

    private static string? Text(AttributeData attribute, string property)
        => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value is { Kind: TypedConstantKind.Primitive, Value: string text }
            ? text
            : null;

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
