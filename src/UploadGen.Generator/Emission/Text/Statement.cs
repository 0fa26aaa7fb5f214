namespace UploadGen.Generator.Emission.Text;

/// <summary>A statement, or a call whose last argument is a lambda with statements in it.</summary>
/// <param name="Text">The statement; of a call all up to its statements or its closing parentheses.</param>
/// <param name="Body">The statements in it, if it has a block.</param>
/// <param name="End">The parentheses that close a call, or null for a statement that is no call.</param>
internal sealed record Statement(string Text, IReadOnlyList<Statement>? Body = null, string? End = null)
{
    public static Statement Call(string text) => new(text, null, ")");

    /// <summary>A call of a method that is given a lambda.</summary>
    /// <param name="call">The call up to the lambda.</param>
    /// <param name="parameters">The lambda up to its arrow.</param>
    /// <param name="body">What the lambda does.</param>
    public static Statement CallWith(string call, string parameters, IReadOnlyList<Statement> body)
        => body.Count == 1 && body[0] is { End: { } end } only
            ? new Statement($"{call}{parameters} => {only.Text}", only.Body, end + ")")
            : new Statement($"{call}{parameters} =>", body, ")");

    public void Write(SourceWriter writer)
    {
        var end = End is null ? "" : End + ";";
        if (Body is null)
        {
            writer.Line(Text + end);
            return;
        }

        writer.Open(Text);
        foreach (var statement in Body)
        {
            statement.Write(writer);
        }

        writer.Close(end);
    }
}
