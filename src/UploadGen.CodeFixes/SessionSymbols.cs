using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UploadGen.CodeFixes;

/// <summary>Finds by their annotations the session of a call, and the members of a client and of a session.</summary>
internal static class SessionSymbols
{
    private const string Session = "UploadSessionAttribute";
    private const string SessionId = "UploadSessionIdAttribute";
    private const string Confirms = "ConfirmsUploadAttribute";
    private const string Url = "PresignedUrlAttribute";

    /// <summary>The variable of the session that a call is given, whole or by its id, <c>session.AssetId</c>; null if it is in no variable.</summary>
    public static IdentifierNameSyntax? SessionVariable(this InvocationExpressionSyntax call, SemanticModel model)
    {
        foreach (var argument in call.ArgumentList.Arguments)
        {
            var variable = argument.Expression switch
            {
                IdentifierNameSyntax identifier when Parameter(call, argument, model)?.Has(Session) == true => identifier,
                MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax identifier } member
                    when model.GetSymbolInfo(member).Symbol is IPropertySymbol property && property.Has(SessionId) => identifier,
                _ => null,
            };
            if (variable is not null && model.GetSymbolInfo(variable).Symbol is ILocalSymbol or IParameterSymbol)
            {
                return variable;
            }
        }

        return null;
    }

    /// <summary>The method of a client that does a step, and takes a session or a session's id.</summary>
    public static IMethodSymbol? FindStep(SemanticModel model, InvocationExpressionSyntax call, string name)
    {
        var client = call.Expression is MemberAccessExpressionSyntax member ? model.GetTypeInfo(member.Expression).Type : null;
        return model.LookupSymbols(call.SpanStart, client as INamespaceOrTypeSymbol, name)
            .OfType<IMethodSymbol>()
            .FirstOrDefault(method => method.Parameters.Any(parameter => parameter.TakesSession() || parameter.TakesSessionId()));
    }

    public static bool TakesSession(this IParameterSymbol parameter) => parameter.Has(Session);

    public static bool TakesSessionId(this IParameterSymbol parameter) => parameter.Has(SessionId);

    /// <summary>Must a confirmation be told something else, too, such as a state?</summary>
    public static bool NeedsMoreThanSession(this IMethodSymbol confirm)
        => confirm.Parameters.Any(parameter => !parameter.IsOptional && !parameter.TakesSession() && !parameter.TakesSessionId())
            || confirm.GetAttributes().Any(data => data.Is(Confirms) && !data.NamedArguments.IsEmpty);

    /// <summary>Is the property the URL that the file is PUT to?</summary>
    public static bool IsPresignedUrl(this IPropertySymbol property) => property.Has(Url);

    /// <summary>The property of that name of a variable's type; null if it has none.</summary>
    public static IPropertySymbol? MemberOf(ISymbol variable, string name) => TypeOf(variable)?.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();

    /// <summary>The property of a session that is its id.</summary>
    public static IPropertySymbol? IdOf(ITypeSymbol session)
        => session.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => property.Has(SessionId));

    /// <summary>The only variable or member in scope that a parameter can be given; null if there is none, or more than one.</summary>
    public static string? OnlyValueFor(SemanticModel model, int position, ITypeSymbol type)
    {
        var candidates = model.LookupSymbols(position)
            .Where(symbol => TypeOf(symbol) is { } found && model.Compilation.ClassifyConversion(found, type) is { Exists: true, IsImplicit: true })
            .Where(symbol => symbol is not ILocalSymbol local || local.DeclaringSyntaxReferences.All(declaration => declaration.Span.Start < position))
            .ToList();
        return candidates.Count == 1 ? candidates[0].Name : null;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        _ => null,
    };

    private static IParameterSymbol? Parameter(InvocationExpressionSyntax call, ArgumentSyntax argument, SemanticModel model)
    {
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        var index = call.ArgumentList.Arguments.IndexOf(argument);
        return argument.NameColon is { Name.Identifier.ValueText: var name }
            ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
            : method.Parameters.ElementAtOrDefault(index);
    }

    private static bool Has(this ISymbol symbol, string attribute)
        => symbol.GetAttributes().Any(data => data.Is(attribute));

    private static bool Is(this AttributeData data, string attribute)
        => data.AttributeClass is { ContainingNamespace: { Name: "Annotations", ContainingNamespace.Name: "UploadGen" } } type && type.Name == attribute;
}
