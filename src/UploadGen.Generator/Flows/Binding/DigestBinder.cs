using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Binding;

/// <summary>
/// Finds the digests of the file that the steps of an upload must be told. What need not be told isn't: it would cost a read of the file that nobody asked for.
/// </summary>
internal sealed class DigestBinder(FlowDocument document)
{
    private readonly DigestTakers _takers = new(document);

    public FoundSession Bind(FoundSession session)
    {
        var opening = session.Opening;
        var found = Find(opening.Create, opening.Said)
            .Concat(session is FoundSequence { Send: var send } ? Find(send.Operation, send.Arguments) : [])
            .Concat(opening.Confirm is { } confirm ? Find(confirm.Operation, confirm.Arguments) : [])
            .Where(digest => !opening.Digests.Any(stated => stated.Operation.Key == digest.Operation.Key && stated.WireName == digest.WireName));
        return session with { Opening = opening with { Digests = [.. opening.Digests, .. found] } };
    }

    /// <param name="operation">The operation.</param>
    /// <param name="known">What it is known to be told.</param>
    private IEnumerable<FoundDigest> Find(OperationModel operation, IReadOnlyList<FoundArgument> known)
        => from taker in _takers.Required(operation)
           where !known.Any(argument => argument.Name == taker.Name && argument.IsParameter == taker.IsParameter) && DigestForms.IsOfFile(taker)
           select new FoundDigest(DigestForms.Find(taker), operation, taker.Name, taker.IsParameter, taker.WireName);
}
