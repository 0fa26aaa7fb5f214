using System.Text.Json;
using System.Text.Json.Nodes;
using UploadGen.Generator.Flows.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Flows.Statements;

/// <summary>Reads a statement about the flow that an operation opens: an object of <see cref="StatementMembers"/>, or false.</summary>
internal static class StatementReader
{
    private const string Put = "PUT";
    private const string Post = "POST";
    private const string File = "file";
    private const string Form = "form";

    /// <param name="document">The document.</param>
    /// <param name="create">The operation.</param>
    /// <param name="node">The statement.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="place">Where it stands.</param>
    public static FlowStatement Read(FlowDocument document, OperationModel create, JsonNode? node, string name, StatementPlace place)
    {
        var statement = new FlowStatement(name, place);
        var context = new StatementContext(document, create, statement, place);
        if (context.Object(node, name, StatementMembers.Names) is { } members)
        {
            foreach (var member in members)
            {
                StatementMembers.Find(member.Key)?.Read(context.At(member.Key), member.Value);
            }

            Reconcile(context);
        }
        else if (node?.GetValueKind() == JsonValueKind.False)
        {
            statement.IsNoFlow = true;
        }
        else
        {
            context.Ignore($"{name} is neither an object nor false");
        }

        return statement;
    }

    /// <summary>What contradicts the rest is taken back.</summary>
    private static void Reconcile(StatementContext context)
    {
        var statement = context.Statement;
        var hasFields = statement.Fields is not null || statement.FileField is not null;
        if (statement.Body == File && hasFields)
        {
            context.At("body").Ignore("body says that the file is the body, and fields or file that it is sent in a form");
            statement.Body = null;
        }

        if (statement.Method == Put && (statement.Body == Form || hasFields))
        {
            context.At("method").Ignore("a form is sent by POST, and body, fields or file say that it is one, so that method can't be PUT");
            statement.Method = null;
        }

        if (statement.IsEndpoint && statement.Protocol is not (SendProtocol.Tus or SendProtocol.Resumable))
        {
            context.At("endpoint").Ignore("endpoint is where tus or resumable creates the upload, and protocol says neither");
            (statement.Url, statement.IsEndpoint) = (null, false);
        }

        Apply(context, hasFields);
    }

    /// <summary>What a protocol says by one word, method and body say by two.</summary>
    private static void Apply(StatementContext context, bool hasFields)
    {
        var statement = context.Statement;
        var said = statement.Protocol switch
        {
            SendProtocol.Put => (Put, File),
            SendProtocol.Post => (Post, File),
            SendProtocol.Form => (Post, Form),
            _ => default((string Method, string Body)?),
        };
        if (said is not { } way)
        {
            return;
        }

        if ((statement.Method ?? way.Method) != way.Method || (statement.Body ?? way.Body) != way.Body || (hasFields && way.Body == File)
            || statement.MethodMember is not null)
        {
            var name = StatedSending.Word(statement.Protocol!.Value);
            context.At("protocol").Ignore($"protocol is \"{name}\", and method, body, fields or file say that the file goes otherwise");
            statement.Protocol = null;
            return;
        }

        (statement.Method, statement.Body) = way;
    }
}
