using Spectre.Console;
using UploadGen;

namespace Quickstart.Output;

/// <summary>Moves a progress bar. (<see cref="Progress{T}"/> would report on other threads, and perhaps after the end.)</summary>
internal sealed class UploadBar(ProgressTask bar) : IProgress<UploadProgress>
{
    public void Report(UploadProgress value)
    {
        bar.Description = value.Step switch
        {
            UploadStep.Create => "opening",
            UploadStep.Put => "sending",
            _ => "confirming",
        };
        bar.Value = value.BytesSent;
    }
}
