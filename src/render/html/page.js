const button=document.querySelector("#copy");
if(button&&navigator.clipboard){button.hidden=false;button.onclick=async()=>{await navigator.clipboard.writeText(document.querySelector("#said").innerText);document.querySelector("#copied").textContent=button.dataset.done}}
