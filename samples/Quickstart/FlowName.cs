namespace Quickstart;

/// <summary>The ways to upload that the sample shows.</summary>
internal enum FlowName
{
    Runflow,
    Cyberun,
    Images,
    Parts,
    Tus,
}
