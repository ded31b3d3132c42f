using Hotline.Gateway;
using Hotline.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddHotlineDefaults("gateway", forwardedCallers: false);
builder.AddGateway();

var app = builder.Build();
app.MapHotlineDefaults();
app.MapGateway();
await app.RunAsync();
