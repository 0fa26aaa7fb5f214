using System.ComponentModel;

namespace UploadGen.Core;

/// <summary>How a parameter's value is written (OpenAPI 3.1.1, section 4.8.12.3), after the operators of RFC 6570.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterStyle
{
    /// <summary><c>color=blue&amp;color=black</c>; not exploded <c>color=blue,black</c>.</summary>
    Form,

    /// <summary><c>blue,black</c></summary>
    Simple,

    /// <summary><c>.blue,black</c>; exploded <c>.blue.black</c>.</summary>
    Label,

    /// <summary><c>;color=blue,black</c>; exploded <c>;color=blue;color=black</c>.</summary>
    Matrix,

    /// <summary><c>color=blue%20black</c></summary>
    SpaceDelimited,

    /// <summary><c>color=blue%7Cblack</c></summary>
    PipeDelimited,

    /// <summary><c>color[R]=100&amp;color[G]=200</c>, the brackets encoded.</summary>
    DeepObject,

    /// <summary>JSON text: the parameter has <c>content</c> in place of a schema.</summary>
    Json,

    /// <summary><c>color=blue%09black</c>: <c>tsv</c> of Swagger 2.0.</summary>
    TabDelimited,

    /// <summary><c>color=blue; color=black</c>, nothing encoded; not exploded <c>color=blue,black</c>.</summary>
    Cookie,
}
