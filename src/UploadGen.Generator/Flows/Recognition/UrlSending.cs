using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Flows.Sending;
using UploadGen.Generator.Flows.Statements;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Recognition;

/// <summary>How the file goes to its URL, by what comes with that in the answer and by what the document states.</summary>
internal sealed class UrlSending
{
    private const string Put = "PUT";
    private const string Post = "POST";

    private static readonly string[] FormPhrases = ["multipart/form-data", "form-data", "form data", "multipart form"];

    private readonly SessionMembers _session;
    private readonly FlowStatement? _statement;
    private readonly MemberPath _target;
    private readonly PropertyModel? _unknown;
    private readonly MemberPath? _fields;
    private readonly MemberPath? _headers;
    private readonly UrlMethod? _method;
    private readonly bool _saysForm;
    private readonly FilePresence? _presence;

    /// <param name="document">The document.</param>
    /// <param name="create">The operation that opens the upload.</param>
    /// <param name="session">Its answer.</param>
    /// <param name="target">The URL.</param>
    /// <param name="statement">What the document states.</param>
    public UrlSending(FlowDocument document, OperationModel create, SessionMembers session, MemberPath target, FlowStatement? statement)
    {
        _session = session;
        _statement = statement;
        _target = target;
        var beside = session.Single.Where(member => member.Path.Last.DeclaringType == target.Last.DeclaringType).ToList();
        _unknown = session.Texts.Unknown(beside.Select(member => member.Property));
        _headers = statement?.Headers ?? Path(session.Texts.Headers);
        _fields = statement?.Fields ?? Path(session.Texts.Fields);
        _method = statement?.MethodMember is { } stated ? new UrlMethod(stated, Fixed: null, Default: null)
            : statement is { Method: not null } or { IsForm: true } ? null
            : UrlMethod.Find(document, session, target);
        var prose = beside.Select(member => member.Property.Description).Concat([create.Summary, create.Description]);
        _presence = FilePresence.Find(document, create, session, target);
        _saysForm = statement?.IsForm ?? prose.Any(text => FormPhrases.Any((text ?? "").ToLowerInvariant().Contains));
    }

    public MemberPath? Headers => _headers;

    public MemberPath? Fields => _fields;

    /// <summary>What keeps the file from being sent as the API means it, in words.</summary>
    public string? Problem()
    {
        if (_unknown is not null && _statement is not ({ Headers: not null } or { Fields: not null }))
        {
            return $"{_unknown.JsonName} comes with the URL, and how its names and values are written isn't known: an object, a list of objects with name and "
                + "value, or two lists would be. Correct its schema, or name another member in x-uploadgen as headers or fields";
        }

        if (_method is { Sends: false })
        {
            return $"{_method.Path.JsonName}, which comes with the URL, is {_method.Fixed}, and a file is sent by PUT or POST. "
                + "State what is true in x-uploadgen as method, or say x-uploadgen: false";
        }

        return _method is { Fixed: Put } && _fields is not null && _statement?.IsForm is null
            ? $"{_method.Path.JsonName} is always PUT, and {_fields.JsonName} has the fields of a form, which a PUT doesn't have. "
                + "State what is true in x-uploadgen as method"
            : null;
    }

    /// <param name="opening">How the upload is opened.</param>
    /// <param name="recordedSize">The member of the confirmation's answer with the size that the API has recorded.</param>
    /// <param name="way">How the file goes to the URL, where no member beside the URL names the method.</param>
    public FoundUrl Bind(FoundOpening opening, MemberPath? recordedSize, FoundSending way)
    {
        if (way.Protocol is { } protocol)
        {
            return new FoundProtocol(opening, _target, recordedSize, protocol, _headers)
            {
                IsEndpoint = way.IsEndpoint,
                Result = _statement?.Result,
                Presence = _presence,
                Evidence = way.Evidence,
            };
        }

        var found = _method is { Fixed: null } answered ? Answered(opening, recordedSize, answered) : Method(opening, recordedSize, way);
        return found with { Presence = _presence, Evidence = way.Evidence };
    }

    private FoundAnswered Answered(FoundOpening opening, MemberPath? recordedSize, UrlMethod method)
        => new(opening, _target, recordedSize, method, _headers, _statement?.IsForm == false ? null : _fields)
        {
            WantsForm = _saysForm,
            FileField = _statement?.FileField,
        };

    private FoundUrl Method(FoundOpening opening, MemberPath? recordedSize, FoundSending way)
    {
        var method = _statement?.Method ?? _method?.Fixed;
        return _statement?.IsForm ?? (way.Way == SendWay.Form || (method == Post && _saysForm))
            ? new FoundPost(opening, _target, recordedSize, _fields, _headers) { FileField = _statement?.FileField }
            : method == Post ? new FoundPostFile(opening, _target, recordedSize, _headers)
            : new FoundPut(opening, _target, recordedSize, _headers);
    }

    /// <summary>Finds a member beside the URL, or else any: headers and fields belong to the nearest.</summary>
    private MemberPath? Path(Func<IEnumerable<PropertyModel>, PropertyModel?> find)
    {
        var nearest = _session.Single.OrderBy(member => member.Path.Last.DeclaringType == _target.Last.DeclaringType ? 0 : 1).ToList();
        return find(nearest.Select(member => member.Property)) is { } found ? nearest.First(member => member.Property == found).Path : null;
    }
}
