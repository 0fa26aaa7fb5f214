using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using UploadGen.Analyzers.Annotations;
using UploadGen.Analyzers.Flow;

namespace UploadGen.Analyzers.Rules;

/// <summary>UPG111: a step is given what belongs to different uploads, or to an upload of another flow.</summary>
internal sealed class MixedUploadsRule : IUploadFlowRule
{
    public DiagnosticDescriptor Descriptor => MisuseDescriptors.MixedUploads;

    public IEnumerable<Diagnostic> Check(UploadFlowAnalysis flow, UploadAnnotations annotations)
        => flow.Steps.Select(Find).OfType<Diagnostic>().Concat(flow.Sends.SelectMany(send => FindByHand(send, flow)));

    /// <summary>Reports the calls that add the headers of another upload to a request made by hand, unless those of its own are added, too.</summary>
    private IEnumerable<Diagnostic> FindByHand(ObservedSend send, UploadFlowAnalysis flow)
    {
        if (!send.Url.IsCertainly(ValueRoles.Url) || send.Url.OnlySite is not { } upload)
        {
            return [];
        }

        var added = flow.Headers.Where(headers => headers.Carriers.Any(send.Carried.Contains)).ToList();
        return added.Any(headers => headers.Headers.Uploads.ContainsKey(upload))
            ? []
            : added
                .Where(headers => !headers.Headers.MayBeOther)
                .Select(headers => Diagnostic.Create(
                    Descriptor,
                    headers.Invocation.NameLocation(),
                    send.Invocation.TargetMethod.Name,
                    $"'{headers.Invocation.Syntax}' adds the headers of one creation, and '{TextOf(send.Argument)}' goes to the URL of another"));
    }

    /// <summary>Reports the first argument of a step that is wrong on every path.</summary>
    private Diagnostic? Find(ObservedStep step)
    {
        IArgumentOperation? first = null;
        TrackedValue? upload = null;
        foreach (var (argument, value) in step.SessionArguments)
        {
            if (value.MayBeOther || value.Uploads.IsEmpty)
            {
                continue;
            }

            if (value.Sites.All(site => IsOfAnotherFlow(site, step)))
            {
                return Report(step, argument, $"the upload of '{TextOf(argument)}' is one of the flow '{value.Sites.First().Flow}', not '{step.Method.Flow}'");
            }

            if (upload is not null && !upload.Sites.Any(value.Uploads.ContainsKey))
            {
                return Report(step, argument, $"'{TextOf(first!)}' and '{TextOf(argument)}' come from two creations");
            }

            first ??= argument;
            upload ??= value;
        }

        return null;
    }

    /// <summary>Flows are compared within one client. Two clients can have different names for the same flow.</summary>
    private static bool IsOfAnotherFlow(CreationSite site, ObservedStep step)
        => !step.Method.IsOf(site.Flow)
            && SymbolEqualityComparer.Default.Equals(site.Creation.TargetMethod.ContainingType, step.Invocation.TargetMethod.ContainingType);

    private Diagnostic Report(ObservedStep step, IArgumentOperation argument, string what)
        => Diagnostic.Create(Descriptor, argument.Value.Syntax.GetLocation(), step.Invocation.TargetMethod.Name, what);

    private static string TextOf(IArgumentOperation argument) => argument.Value.Syntax.ToString();
}
