using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Recognition;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Sending;

/// <summary>
/// Finds in what the document says how a file goes to its URL. The signs are asked in the order of their strength, and the first that says
/// something decides. A name such as <c>upload_url</c> alone says nothing: vendors call URLs so that take a PUT, a form or a protocol of their own.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="url">The URL and what stands around it.</param>
internal sealed class SendingSigns(FlowDocument document, UploadUrlCandidate url)
{
    /// <summary>Words that say which of several ways the caller chose, or the API.</summary>
    private static readonly string[] Choices =
        ["approach", "protocol", "upload approach", "upload protocol", "upload type", "strategy", "upload strategy", "mode", "upload mode"];

    private static readonly string[] Sessions = ["session", "sessions", "resumable", "chunked"];
    private static readonly HashSet<string> TusHeaders =
        new(StringComparer.OrdinalIgnoreCase) { "Tus-Resumable", "Upload-Length", "Upload-Defer-Length", "Tus-Version" };

    private static readonly string[] RangeHeaders = ["X-Upload-Content-", "X-Goog-Resumable"];
    private static readonly string[] Endpoints = ["endpoint", "server", "host", "base"];
    private static readonly string[] WrittenSigned = [.. UploadWords.Signed, "sign", "sas", "put"];

    private readonly string _name = url.Member.Path.JsonName;

    /// <param name="fields">The member with the fields of a form.</param>
    /// <param name="headers">The member with headers to send.</param>
    public FoundSending Find(MemberPath? fields, MemberPath? headers) => OfTus(First(fields, headers));

    private FoundSending First(MemberPath? fields, MemberPath? headers)
        => Protocol()
            ?? Address()
            ?? new UnclearMembers(url).Find(fields, headers)
            ?? (fields is null ? null : Form(fields))
            ?? SendingProse.Read(url.Url.Description, "its description", headers is not null)
            ?? Fixed()
            ?? Pieces()
            ?? (headers is null ? null : new FoundSending(SendWay.Put, "headers come with it"))
            ?? Choice()
            ?? SendingProse.Read(Prose(), $"the text of '{url.Create.Operation.Id}'", headers is not null)
            ?? Signed()
            ?? Announced()
            ?? Open();

    /// <summary>Whether something says that the URL is one of storage: it is signed, or what a signature covers comes with it.</summary>
    /// <param name="fields">The member with the fields of a form.</param>
    /// <param name="headers">The member with headers to send.</param>
    public bool IsOfStorage(MemberPath? fields, MemberPath? headers) => fields is not null || headers is not null || Signed() is not null;

    /// <summary>Whether what stands around the URL says how the file goes there; the rest may speak of an operation of the API that takes it.</summary>
    /// <param name="fields">The member with the fields of a form.</param>
    /// <param name="headers">The member with headers to send.</param>
    public bool IsTold(MemberPath? fields, MemberPath? headers)
        => IsOfStorage(fields, headers) || Fixed() is not null || SendingProse.Read(url.Url.Description, "its description", headers is not null) is not null;

    /// <summary>Names that belong to sending a file piece by piece.</summary>
    private FoundSending? Protocol()
    {
        if (SessionSign() is { } session)
        {
            return session;
        }

        if (url.UrlWords.Contains("tus"))
        {
            return FoundSending.By(UploadProtocol.Tus, $"{_name} is called after it");
        }

        if (Find(words => string.Join(" ", words) == "next expected ranges") is { } expected)
        {
            return FoundSending.By(UploadProtocol.ExpectedRanges, $"{expected} comes with it");
        }

        if (Find(words => words.Contains("ranges")) is { } ranges)
        {
            return new FoundSending(SendWay.Other, $"{ranges} says that the file goes to {_name} in ranges of bytes");
        }

        var isOnePart = url.UrlWords.Contains("single");
        if (!isOnePart && url.UrlWords.Any(word => UploadWords.Parts.Contains(word) || word == "chunked"))
        {
            return new FoundSending(SendWay.Other, $"{_name} takes the file in parts, and how isn't told");
        }

        return isOnePart || url.IsMany || PartSign() is not { } sign
            ? null
            : new FoundSending(SendWay.Other, $"{sign} says that the file can go in parts, and which way {_name} takes it isn't told");
    }

    /// <summary>Headers of the request that open a session of tus, or of one in ranges, as Google's storage has it.</summary>
    private FoundSending? SessionSign()
    {
        var names = url.Create.Operation.Parameters
            .Where(parameter => parameter.In == ParameterIn.Header)
            .Select(parameter => parameter.WireName)
            .Concat(url.Url.IsHeader ? document.AnswerHeaders(url.Create.Operation).Select(header => header.Name) : [])
            .ToList();
        return names.Find(name => TusHeaders.Contains(name)) is { } tus
                ? FoundSending.By(UploadProtocol.Tus, $"the header {tus} says so")
            : names.Find(name => RangeHeaders.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))) is { } ranges
                ? FoundSending.By(UploadProtocol.ContentRanges, $"the header {ranges} says so")
            : url.Url.IsHeader && url.Create.Words.Contains("resumable")
                ? new FoundSending(SendWay.Other, $"'{url.Create.Operation.Id}' opens what can be resumed, and how the file goes to {_name} isn't told")
            : null;
    }

    /// <summary>
    /// An upload by tus is created with the file's length. So the URL is that of an upload where the API was told the length, and where uploads are created if
    /// its name says that.
    /// </summary>
    private FoundSending OfTus(FoundSending way)
        => way.Protocol != UploadProtocol.Tus || IsCreated() ? way
            : url.UrlWords.Any(Endpoints.Contains) ? way with { IsEndpoint = true }
            : new FoundSending(
                SendWay.Open, $"the file goes to {_name} by the tus protocol, and whether that is an upload or where one is created isn't told")
            {
                Protocol = way.Protocol,
            };

    private bool IsCreated()
        => FlowRoles.Find(document, url.Create.Operation, []).Any(role => role.Role == FileRole.Size)
            || url.Create.Operation.Parameters.Any(parameter => parameter.In == ParameterIn.Header && TusHeaders.Contains(parameter.WireName));

    private FoundSending Form(MemberPath fields)
        => SendingProse.Read(url.Url.Description, "its description", hasHeaders: true) is { Way: SendWay.Put } put
            ? new FoundSending(SendWay.Open, $"{fields.JsonName} comes with {_name}, as the fields of a form do, and {put.Evidence}") { Texts = fields }
            : new FoundSending(SendWay.Form, "a form's fields come with it");

    /// <summary>A URL without a host is for an operation of the API, which takes more than the file.</summary>
    private FoundSending? Address()
        => UrlProse.SaysRelative(url.Url.Description)
            ? new FoundSending(
                SendWay.Other, $"its description says that {_name} is relative, and which operation takes the file there isn't told (state it as send)")
            : null;

    private FoundSending? Pieces()
        => SendingProse.SaysParts(Prose())
            ? new FoundSending(SendWay.Other, $"the text of '{url.Create.Operation.Id}' says that the file goes there in parts")
            : null;

    /// <summary>A count or size of parts, URLs for them, or a URL that completes.</summary>
    private string? PartSign()
    {
        var request = (document.Request(url.Create.Operation)?.Properties ?? []).ToList();
        var held = request.Select(property => document.Record(property.Type)).OfType<RecordModel>().SelectMany(record => record.Properties);
        return request.Concat(held).Concat(url.Siblings)
            .FirstOrDefault(property => PartMembers.IsCount(property.JsonName, property.Type)
                || PartMembers.IsSize(property)
                || (UploadUrlSignals.IsUrl(property) && UploadWords.Split(property.JsonName).Any(IsOfSequence)))
            ?.JsonName;
    }

    private static bool IsOfSequence(string word)
        => UploadWords.Parts.Contains(word) || UploadWords.Confirms.Contains(word) || UploadWords.Aborts.Contains(word);

    /// <summary>A method that is the same in every answer, or that the answer tells.</summary>
    private FoundSending? Fixed()
        => url.Siblings.FirstOrDefault(FlowMembers.IsMethod) is { } method
            ? new FoundSending(SendWay.Put, $"{method.JsonName} comes with it")
            : null;

    private FoundSending? Choice()
        => url.Siblings.FirstOrDefault(property => FlowMembers.Is(property, Choices)) is { } choice
            ? new FoundSending(SendWay.Open, $"{choice.JsonName} says which way the file goes to {_name}, and what its values mean isn't told")
            : null;

    /// <summary>A signature covers a method. Where no form's fields come with it, that is PUT with S3, Google's storage and their like.</summary>
    private FoundSending? Signed()
        => Find(words => words.Contains("tus")) is { } tus ? new FoundSending(SendWay.Put, $"{tus} is for what it can't take")
            : url.UrlWords.Concat(url.ParentWords).Contains("sas") ? FoundSending.By(UploadProtocol.Blocks, "its name says SAS, as Azure's storage signs")
            : url.UrlWords.Concat(url.ParentWords).Any(WrittenSigned.Contains) ? new FoundSending(SendWay.Put, "its name says signed")
            : url.UrlWords.Contains("single") ? new FoundSending(SendWay.Put, "its name says that the file is a single part")
            : SendingProse.SaysSigned(url.Url.Description) || SendingProse.SaysSigned(Prose()) ? new FoundSending(SendWay.Put, "the text calls it signed")
            : url.Create.Words.Any(WrittenSigned.Contains) ? new FoundSending(SendWay.Put, $"'{url.Create.Operation.Id}' says signed")
            : null;

    /// <summary>
    /// A media type that is told beforehand goes into a signature, and a URL that ends by itself has one. Sessions, which the API keeps open for
    /// several requests, end too, and <c>Location</c> may be where the thing is that was made.
    /// </summary>
    private FoundSending? Announced()
    {
        if (url.Create.Words.Concat(url.UrlWords).Any(Sessions.Contains) || (url.Url.IsHeader && UploadHeaders.IsLocation(url.Url.JsonName)))
        {
            return null;
        }

        var announced = FlowRoles.Find(document, url.Create.Operation, []).FirstOrDefault(role => role.Role == FileRole.MediaType);
        if (announced is not null)
        {
            return new FoundSending(SendWay.Put, $"{document.WireName(url.Create.Operation, announced)} is told beforehand, as signed URLs want");
        }

        var expiry = url.Siblings.FirstOrDefault(property => FlowMembers.IsExpiry(property) && !UploadWords.Split(property.JsonName).Contains("download"));
        return expiry is null ? null : new FoundSending(SendWay.Put, $"{expiry.JsonName} ends it, as signed URLs do");
    }

    private FoundSending Open() => new(SendWay.Open, $"nothing says whether the file goes to {_name} by PUT or in a form");

    private string? Find(Func<IReadOnlyList<string>, bool> isSo)
        => url.Siblings.FirstOrDefault(property => isSo(UploadWords.Split(property.JsonName)))?.JsonName;

    private string Prose() => $"{url.Create.Operation.Summary}\n{url.Create.Operation.Description}\n{FlowDocument.AnswerText(url.Create.Operation)}";
}
