using Microsoft.CodeAnalysis;

namespace UploadGen.Analyzers.Annotations;

/// <summary>What the annotations say about a method: which steps of which flow it does, and which parameters stand for the session.</summary>
internal sealed class UploadMethod(UploadSteps steps, string flow, IReadOnlyCollection<int> sessionParameters, UploadState? state = null)
{
    /// <summary>The flow of a wrapper that does its step for any: a PUT by hand.</summary>
    public const string AnyFlow = "";

    public UploadSteps Steps { get; } = steps;

    /// <summary>The flow's name: the steps of one flow carry the same name.</summary>
    public string Flow { get; } = flow;

    /// <summary>What the method must be told to confirm; null if it does nothing else.</summary>
    public UploadState? State { get; } = state;

    /// <summary>Does no parameter stand for the session? Then the receiver does.</summary>
    public bool ActsOnReceiver => sessionParameters.Count == 0;

    /// <summary>Can it be a step of this flow?</summary>
    public bool IsOf(string flow) => Flow == AnyFlow || Flow == flow;

    public bool Does(UploadSteps step) => (Steps & step) != 0;

    /// <summary>Does this parameter take the session, its id or its URL?</summary>
    public bool TakesSession(IParameterSymbol? parameter) => parameter is not null && sessionParameters.Contains(parameter.Ordinal);
}
