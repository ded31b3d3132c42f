using Hotline.AppHost.Sample;

// One program, two roles: the host of a small topology, and the services in it.
if (args is ["host", .. var rest])
{
    SampleHost.Run(rest);
}
else
{
    SampleService.Run();
}
