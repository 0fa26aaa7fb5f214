using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Sending;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>Brings what the request says about its URL together with how the file is sent: the caller isn't asked for what would make the two differ.</summary>
internal sealed class RequestChoices(FlowDocument document, OperationModel create)
{
    /// <param name="opening">How the upload is opened.</param>
    /// <param name="way">How the file is sent, by all else.</param>
    /// <param name="statement">What the document states.</param>
    public (FoundOpening Opening, FoundSending Way) Apply(FoundOpening opening, FoundSending way, FlowStatement? statement)
    {
        foreach (var choice in RequestChoice.Find(document, create).Where(choice => !opening.Said.Any(choice.IsFor)))
        {
            if (!choice.IsDecided)
            {
                // What is stated about sending is meant for the value that the caller is to say.
                return (opening, statement?.Method is null ? way with { Way = Open(way), Evidence = Evidence(choice, way), Choice = choice } : way);
            }

            opening = opening with { Said = [.. opening.Said, choice.Argument] };
            way = choice.IsMethod && statement is null ? By(choice, way) : way;
        }

        var terms = ProtocolTerms.Of(document, create, way.Protocol).Where(term => !opening.Said.Any(said => said.IsParameter && said.Name == term.Name));
        return (opening with { Said = [.. opening.Said, .. terms] }, way);
    }

    private static SendWay Open(FoundSending way) => way.Way == SendWay.Other ? SendWay.Other : SendWay.Open;

    private static string Evidence(RequestChoice choice, FoundSending way) => way.IsKnown ? choice.Evidence : $"{choice.Evidence}; and {way.Evidence}";

    /// <summary>The method that the request always says.</summary>
    private static FoundSending By(RequestChoice choice, FoundSending way)
        => (choice.Value.ToUpperInvariant(), way.Way) switch
        {
            (_, SendWay.Other) or ("POST", SendWay.Form) => way,
            ("PUT", SendWay.Put or SendWay.Open) when way.Texts is null => new FoundSending(SendWay.Put, $"{choice.WireName} says PUT in the request"),
            ("PUT" or "POST", _) => way with { Way = SendWay.Open, Evidence = $"{choice.WireName} says {choice.Value} in the request, and {way.Evidence}" },
            _ => way,
        };
}
