using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>
/// Makes the arguments of the one call out of those of three steps. The one call finds name, size and media type in the file itself. Everything else needs a
/// parameter of the same name in the one call, and it must be certain which step that parameter is for.
/// </summary>
internal sealed class OneCallArguments
{
    private readonly IMethodSymbol _whole;
    private readonly IOperation _body;
    private readonly UploadAnnotations _annotations;
    private readonly ThreeSteps _steps;
    private readonly IArgumentOperation _content;
    private readonly List<(IParameterSymbol Parameter, SyntaxNode Value)> _given = [];

    private OneCallArguments(IMethodSymbol whole, ThreeSteps steps, IOperation body, UploadAnnotations annotations, IArgumentOperation content)
    {
        _whole = whole;
        _steps = steps;
        _body = body;
        _annotations = annotations;
        _content = content;
    }

    /// <summary>The arguments in C#; null if the one call would do something else than the three steps.</summary>
    public static IReadOnlyList<string>? Find(IMethodSymbol whole, ThreeSteps steps, IOperation body, UploadAnnotations annotations)
        => steps.Put.Arguments.FirstOrDefault(argument => IsContent(argument.Parameter?.Type)) is { } content && content.Value.IsPlain()
            ? new OneCallArguments(whole, steps, body, annotations, content).Write()
            : null;

    private List<string>? Write()
    {
        if (!Read(_steps.Create) || !Read(_steps.Put) || !Read(_steps.Confirm))
        {
            return null;
        }

        var arguments = new List<string>();
        foreach (var parameter in _whole.Parameters)
        {
            var values = _given.Where(given => SymbolEqualityComparer.Default.Equals(given.Parameter, parameter)).Select(given => given.Value).ToList();
            if (values.Count > 0 ? !AreOne(parameter.Name, values) : !parameter.IsOptional)
            {
                return null;
            }

            if (values.Count > 0)
            {
                var name = SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? parameter.Name : "@" + parameter.Name;
                arguments.Add(parameter.Ordinal == 0 ? values[0].ToString() : $"{name}: {values[0]}");
            }
        }

        return arguments;
    }

    /// <summary>Reads the arguments of a step; false if the one call can't be given one of them.</summary>
    private bool Read(IInvocationOperation step)
    {
        var method = _annotations.MethodOf(step.TargetMethod)!;
        return step.Arguments
            .Where(argument => argument.ArgumentKind == ArgumentKind.Explicit && !method.TakesSession(argument.Parameter))
            .All(argument => Find(argument.Parameter!.Name) is null && argument.Value.Unconverted() is IObjectCreationOperation request
                ? ReadRequest(request)
                : Give(argument.Parameter!, argument.Value));
    }

    private bool ReadRequest(IObjectCreationOperation request)
        => request.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).All(argument => Give(argument.Parameter!, argument.Value))
            && (request.Initializer is null || request.Initializer.Initializers.All(ReadMember));

    private bool ReadMember(IOperation initializer)
        => initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value }
            && Give(property, value);

    /// <summary>Gives the one call what a parameter or member of a step is given; false if it has no parameter for it and needs one.</summary>
    private bool Give(ISymbol taker, IOperation value)
    {
        if (Find(taker.Name) is { } parameter)
        {
            _given.Add((parameter, value.Syntax));
            return value.IsPlain();
        }

        return IsOfFile(taker, value) || IsOfFlow(taker, value)
            || (taker is IParameterSymbol && value.Unconverted().ConstantValue is { HasValue: true, Value: null });
    }

    /// <summary>Is it what confirms, whoever calls: the state, or the id where no parameter takes it?</summary>
    private bool IsOfFlow(ISymbol taker, IOperation value)
    {
        var confirm = _annotations.MethodOf(_steps.Confirm.TargetMethod)!;
        return _steps.Confirm.Syntax.Contains(value.Syntax)
            && (taker.Name == confirm.State?.Member
                || (confirm.ActsOnReceiver && value.Unconverted() is IPropertyReferenceOperation { Property: var id } && _annotations.IsSessionId(id)));
    }

    private IParameterSymbol? Find(string name)
        => _whole.Parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Are all values of a parameter the same, and is it certain which steps the parameter is for? A parameter that several steps have is given to all of them.
    /// It isn't certain if a request has a member of the same name.
    /// </summary>
    private bool AreOne(string name, List<SyntaxNode> values)
    {
        var takers = new[] { _steps.Create, _steps.Put, _steps.Confirm }.SelectMany(step => Takers(step.TargetMethod, name)).ToList();
        return values.Count == takers.Count
            && (takers.Count == 1 || takers.All(taker => taker is IParameterSymbol))
            && values.All(value => SyntaxFactory.AreEquivalent(value, values[0]));
    }

    /// <summary>The parameters of a step, and the members of its requests, of that name.</summary>
    private static IEnumerable<ISymbol> Takers(IMethodSymbol step, string name)
        => step.Parameters
            .SelectMany(parameter => parameter.Type is INamedTypeSymbol { IsRecord: true } request
                ? request.GetMembers().OfType<IPropertySymbol>().Prepend<ISymbol>(parameter)
                : [parameter])
            .Where(taker => taker.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Is it the name, size or media type of the file that is PUT?</summary>
    private bool IsOfFile(ISymbol taker, IOperation value)
    {
        var isMediaType = taker is IPropertySymbol property ? _annotations.IsMediaType(property) : _annotations.IsMediaType((IParameterSymbol)taker);
        return value.Unconverted() switch
        {
            IPropertyReferenceOperation { Instance: { } instance, Property: { Name: "FileName" or "MediaType" or "Length" } member }
                => IsContent(member.ContainingType)
                    && isMediaType == (member.Name == "MediaType")
                    && SyntaxFactory.AreEquivalent(instance.Syntax, _content.Value.Syntax),
            { ConstantValue: { HasValue: true, Value: string text } } => isMediaType && text == SentMediaType.Find(_steps.Put, _body)?.Text,
            _ => false,
        };
    }

    private static bool IsContent(ITypeSymbol? type)
        => type is { Name: "UploadContent", ContainingNamespace: { Name: "UploadGen", ContainingNamespace.IsGlobalNamespace: true } };
}
